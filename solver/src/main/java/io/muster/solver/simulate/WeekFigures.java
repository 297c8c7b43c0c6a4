package io.muster.solver.simulate;

import io.muster.data.plan.Booking;
import io.muster.data.plan.BookingKey;
import io.muster.data.plan.Change;
import io.muster.data.plan.Disruption;
import io.muster.data.plan.Plan;
import io.muster.data.plan.ScopeDecision;
import io.muster.solver.check.AuditReport;
import java.time.LocalDate;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The figures of a Monday's re-plan, kept until the week is over. */
final class WeekFigures {
    private final LocalDate monday;
    private final AuditReport audit;
    private final Map<Disruption.Kind, Integer> kinds = new EnumMap<>(Disruption.Kind.class);
    private final int withdrawals;
    private final int broken;
    private final Set<String> peopleMoved = new HashSet<>();
    private final TreeMap<Integer, Integer> movedByBand = new TreeMap<>();
    private int moved;
    private int dropped;
    private int undisturbedMoved;
    private long changePence;

    /**
     * Figures of a re-plan.
     *
     * @param monday day of the re-plan
     * @param disruptions what became known
     * @param withdrawals bookings whose people withdrew
     * @param broken keys of the broken bookings
     * @param noShows keys of those of them that were no-shows
     * @param changes changes of the re-plan
     * @param audit the audit of the plan after it
     */
    WeekFigures(
            LocalDate monday,
            List<Disruption> disruptions,
            int withdrawals,
            Collection<BookingKey> broken,
            Set<BookingKey> noShows,
            List<Change> changes,
            AuditReport audit) {
        this.monday = monday;
        this.audit = audit;
        this.withdrawals = withdrawals;
        this.broken = broken.size();
        disruptions.forEach(disruption -> kinds.merge(disruption.kind(), 1, Integer::sum));
        Set<BookingKey> brokenKeys = new HashSet<>(broken);
        for (Change change : changes) {
            changePence += change.pence();
            BookingKey key = new BookingKey(change.staffId(), change.moduleId());
            if (change.oldDate() == null || noShows.contains(key)) {
                continue;
            }
            moved++;
            dropped += change.newDate() == null ? 1 : 0;
            undisturbedMoved += brokenKeys.contains(key) ? 0 : 1;
            peopleMoved.add(change.staffId());
            movedByBand.merge(change.noticeBand(), 1, Integer::sum);
        }
    }

    /** {@return people with a booking moved or dropped} */
    Set<String> peopleMoved() {
        return peopleMoved;
    }

    /**
     * {@return the week, now that it is over}
     *
     * @param plan the plan after the re-plan
     * @param lost requirements whose booking was lost and that nobody attended, as they were on the Monday
     * @param byBcu how far each BCU is
     * @param noShows bookings of the week whose people did not turn up
     */
    SeasonWeek over(Plan plan, Set<BookingKey> lost, TreeMap<String, Progress> byBcu, int noShows) {
        Set<BookingKey> booked = new HashSet<>();
        for (Booking booking : plan.bookings()) {
            BookingKey key = BookingKey.of(booking);
            if (booking.counts() && lost.contains(key)) {
                booked.add(key);
            }
        }
        Map<String, Long> cost = new LinkedHashMap<>();
        audit.cost().forEach((line, pence) -> cost.put(line.id(), pence));
        return new SeasonWeek(
                monday,
                byBcu,
                audit.booked(),
                audit.coverageShortfall(),
                kinds,
                withdrawals,
                broken,
                moved,
                dropped,
                undisturbedMoved,
                peopleMoved.size(),
                movedByBand,
                changePence,
                lost.size(),
                lost.size() - booked.size(),
                noShows,
                cost);
    }

    /** {@return the keys of a plan's requirements} */
    static Set<BookingKey> requirements(List<ScopeDecision> scope, LocalDate lastDay) {
        Set<BookingKey> keys = new HashSet<>();
        for (ScopeDecision decision : scope) {
            if (decision.isRequirement(lastDay)) {
                keys.add(new BookingKey(decision.staffId(), decision.moduleId()));
            }
        }
        return keys;
    }
}
