package io.muster.solver.profile;

import io.muster.data.model.DataSet;
import io.muster.data.model.Programme;
import io.muster.data.model.Room;
import io.muster.data.model.StaffMember;
import io.muster.data.model.TrainingModule;
import io.muster.data.model.TrainingModule.Delivery;
import io.muster.data.model.TrainingModule.Grouping;
import io.muster.data.plan.Booking;
import io.muster.data.plan.BookingKey;
import io.muster.data.plan.CodePointOrder;
import io.muster.data.plan.Plan;
import io.muster.data.plan.ScopeDecision;
import io.muster.data.plan.SessionRow;
import io.muster.data.plan.Unbooked;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How much the first plan leaves free for what will happen: weeks at the end, seats in every session, or nothing. The
 * solver is shown a data set without what is to stay free ({@link #shown}), and its plan is then read as one of the real
 * data set ({@link #published}), which it is valid for: less was permitted, never more.
 *
 * @param reserveWeeks weeks before the programme's last day that the first plan leaves empty, {@code >= 0}
 * @param seatReservePct share of each session's seats that it leaves free, per cent, 0 to 99; cohorts keep theirs
 */
public record PlanningPolicy(int reserveWeeks, int seatReservePct) {

    /** Nothing is left free. */
    public static final PlanningPolicy NO_SLACK = new PlanningPolicy(0, 0);

    private static final int HUNDRED = 100;
    private static final int DAYS_PER_WEEK = 7;

    /** Why a requirement is unbooked that the solver was not shown as one. */
    private static final String RESERVED = "RESERVED";

    /** Refuses what leaves no seat. */
    public PlanningPolicy {
        if (reserveWeeks < 0 || seatReservePct < 0 || seatReservePct >= HUNDRED) {
            throw new IllegalArgumentException("a policy keeps at least 0 weeks and 0 to 99% of the seats free, not "
                    + reserveWeeks + " weeks and " + seatReservePct + "%");
        }
    }

    /**
     * {@return what the solver is shown: the programme ends earlier, rooms and classes have fewer seats}
     *
     * @param data the real data set
     */
    public DataSet shown(DataSet data) {
        if (equals(NO_SLACK)) {
            return data;
        }
        int largestCohort = largestCohort(data);
        return new DataSet(
                shown(data.programme()),
                data.modules().stream().map(this::shown).toList(),
                data.teams(),
                data.patterns(),
                data.staff(),
                data.completions(),
                data.absences(),
                data.demand(),
                data.calendar(),
                data.venues(),
                data.rooms().stream().map(room -> shown(room, largestCohort)).toList(),
                data.roomClosures(),
                data.trainers(),
                data.trainerAbsences(),
                data.transfers(),
                data.capacityChanges());
    }

    private static int largestCohort(DataSet data) {
        Map<String, Integer> heads = new HashMap<>();
        int largest = 1;
        for (StaffMember person : data.staff()) {
            if (person.cohort() != null) {
                largest = Math.max(largest, heads.merge(person.cohort(), 1, Integer::sum));
            }
        }
        return largest;
    }

    private Programme shown(Programme p) {
        LocalDate last = p.lastDay().minusDays((long) DAYS_PER_WEEK * reserveWeeks);
        return new Programme(
                p.formatVersion(),
                p.id(),
                p.name(),
                p.timeZone(),
                p.firstDay(),
                last.isBefore(p.firstDay()) ? p.firstDay() : last,
                p.asOf(),
                p.trainingWeekdays(),
                p.slots(),
                p.notice(),
                p.target(),
                p.budget(),
                p.limits(),
                p.travel(),
                p.abstraction(),
                p.prices());
    }

    private TrainingModule shown(TrainingModule m) {
        if (m.delivery() == Delivery.DIGITAL || m.grouping() == Grouping.COHORT) {
            return m;
        }
        return new TrainingModule(
                m.id(),
                m.name(),
                m.delivery(),
                m.slots(),
                m.minClass(),
                Math.max(Math.max(1, m.minClass()), seats(m.maxClass())),
                m.trainers(),
                m.internalTrainers(),
                m.releaseDate(),
                m.after(),
                m.minGapDays(),
                m.maxGapDays(),
                m.grouping());
    }

    private Room shown(Room room, int largestCohort) {
        int seats = Math.min(room.capacity(), Math.max(largestCohort, seats(room.capacity())));
        return new Room(room.id(), room.venueId(), seats, room.pencePerSlot(), room.features(), room.from(), room.to());
    }

    private int seats(int all) {
        return BigDecimal.valueOf((long) all * (HUNDRED - seatReservePct))
                .divide(BigDecimal.valueOf(HUNDRED), RoundingMode.DOWN)
                .intValueExact();
    }

    /**
     * Reads a plan made of what the solver was shown as a plan of the real data set, and publishes it.
     *
     * @param data the real data set
     * @param scope its decisions
     * @param sessions sessions of the plan
     * @param bookings its bookings
     * @param unbooked its requirements without a booking
     * @return the plan, sessions with their real capacity, every requirement booked or unbooked
     */
    public static Plan published(
            DataSet data,
            List<ScopeDecision> scope,
            List<SessionRow> sessions,
            List<Booking> bookings,
            List<Unbooked> unbooked) {
        Map<String, Integer> seats = new HashMap<>();
        data.rooms().forEach(room -> seats.put(room.id(), room.capacity()));
        Map<String, Integer> largestClass = new HashMap<>();
        data.modules().forEach(module -> largestClass.put(module.id(), module.maxClass()));
        List<SessionRow> real = sessions.stream()
                .map(s -> new SessionRow(
                        s.id(),
                        s.moduleId(),
                        s.date(),
                        s.slotIds(),
                        s.roomId(),
                        s.venueId(),
                        s.trainerIds(),
                        Math.min(
                                largestClass.getOrDefault(s.moduleId(), s.capacity()),
                                s.roomId() == null ? Integer.MAX_VALUE : seats.getOrDefault(s.roomId(), s.capacity())),
                        s.booked(),
                        SessionRow.Status.PUBLISHED))
                .toList();
        List<Booking> published = bookings.stream()
                .map(b -> new Booking(
                        b.staffId(), b.moduleId(), b.sessionId(), b.date(), b.slotIds(), Booking.Status.PUBLISHED))
                .toList();
        return new Plan(scope, real, published, unbooked(data, scope, published, unbooked), List.of(), null);
    }

    /** Requirements that open in the weeks left free are none for the solver. */
    private static List<Unbooked> unbooked(
            DataSet data, List<ScopeDecision> scope, List<Booking> bookings, List<Unbooked> known) {
        Set<BookingKey> settled = new HashSet<>();
        bookings.forEach(booking -> settled.add(BookingKey.of(booking)));
        known.forEach(row -> settled.add(new BookingKey(row.staffId(), row.moduleId())));
        List<Unbooked> all = new ArrayList<>(known);
        for (ScopeDecision decision : scope) {
            if (decision.isRequirement(data.programme().lastDay())
                    && settled.add(new BookingKey(decision.staffId(), decision.moduleId()))) {
                all.add(new Unbooked(
                        decision.staffId(),
                        decision.moduleId(),
                        RESERVED,
                        "It may be booked only in the weeks that the planning policy keeps free; a re-plan will."));
            }
        }
        all.sort(Comparator.comparing(Unbooked::staffId, CodePointOrder.COMPARATOR)
                .thenComparing(Unbooked::moduleId, CodePointOrder.COMPARATOR));
        return all;
    }
}
