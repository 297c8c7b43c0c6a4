package io.muster.solver.explain;

import io.muster.data.model.DataSet;
import io.muster.data.model.StaffMember;
import io.muster.data.model.Team;
import io.muster.data.model.TrainingModule;
import io.muster.data.plan.Booking;
import io.muster.data.plan.BookingKey;
import io.muster.data.plan.Change;
import io.muster.data.plan.CodePointOrder;
import io.muster.data.plan.Plan;
import io.muster.solver.catalogue.TrainingConstraint;
import io.muster.solver.check.AuditReport;
import io.muster.solver.explain.PlanDifference.BookingChange;
import io.muster.solver.explain.PlanDifference.CostChange;
import io.muster.solver.explain.PlanDifference.Counts;
import io.muster.solver.explain.PlanDifference.Kind;
import io.muster.solver.explain.PlanDifference.Place;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Compares two plans of one data set. Immutable. */
public final class PlanComparer {

    private static final String TOTAL = "total";

    private final Map<String, String> teamOf = new HashMap<>();
    private final Map<String, String> bcuOf = new HashMap<>();
    private final List<String> modules;

    /**
     * A comparer.
     *
     * @param dataSet the data set of both plans
     */
    public PlanComparer(DataSet dataSet) {
        Map<String, String> bcuOfTeam = new HashMap<>();
        for (Team team : dataSet.teams()) {
            bcuOfTeam.put(team.id(), team.bcu());
        }
        for (StaffMember person : dataSet.staff()) {
            teamOf.put(person.id(), person.teamId());
            bcuOf.put(person.id(), bcuOfTeam.getOrDefault(person.teamId(), ""));
        }
        modules = dataSet.modules().stream().map(TrainingModule::id).toList();
    }

    /** Counts as they come in. */
    private static final class Tally {
        private final int[] counts = new int[Kind.values().length];
        private final Set<String> people = new HashSet<>();
        private int same;

        void add(String staffId, @Nullable Kind kind) {
            if (kind == null) {
                same++;
                return;
            }
            counts[kind.ordinal()]++;
            if (kind != Kind.OTHER_PLACE) {
                people.add(staffId);
            }
        }

        Counts counts() {
            return new Counts(
                    same,
                    counts[Kind.OTHER_PLACE.ordinal()],
                    counts[Kind.MOVED.ordinal()],
                    counts[Kind.ADDED.ordinal()],
                    counts[Kind.DROPPED.ordinal()],
                    people.size());
        }
    }

    /**
     * Compares two plans.
     *
     * @param before the first
     * @param costBefore the auditor's report on it
     * @param after the second
     * @param costAfter the auditor's report on it
     * @return what changed
     */
    public PlanDifference compare(Plan before, AuditReport costBefore, Plan after, AuditReport costAfter) {
        Map<BookingKey, Booking> first = bookings(before);
        Map<BookingKey, Booking> second = bookings(after);
        Set<BookingKey> keys = new TreeSet<>(Comparator.comparing(BookingKey::staffId, CodePointOrder.COMPARATOR)
                .thenComparing(BookingKey::moduleId, CodePointOrder.COMPARATOR));
        keys.addAll(first.keySet());
        keys.addAll(second.keySet());
        Tally total = new Tally();
        Map<String, Tally> byBcu = new TreeMap<>(CodePointOrder.COMPARATOR);
        Map<String, Tally> byTeam = new TreeMap<>(CodePointOrder.COMPARATOR);
        Map<String, Tally> byModule = new LinkedHashMap<>();
        modules.forEach(module -> byModule.put(module, new Tally()));
        List<BookingChange> people = new ArrayList<>();
        for (BookingKey key : keys) {
            Booking old = first.get(key);
            Booking now = second.get(key);
            Kind kind = kind(old, now);
            String team = teamOf.getOrDefault(key.staffId(), "");
            total.add(key.staffId(), kind);
            byBcu.computeIfAbsent(bcuOf.getOrDefault(key.staffId(), ""), id -> new Tally())
                    .add(key.staffId(), kind);
            byModule.computeIfAbsent(key.moduleId(), id -> new Tally()).add(key.staffId(), kind);
            byTeam.computeIfAbsent(team, id -> new Tally()).add(key.staffId(), kind);
            if (kind != null) {
                people.add(new BookingChange(key.staffId(), key.moduleId(), team, kind, place(old), place(now)));
            }
        }
        byTeam.values().removeIf(tally -> {
            Counts counts = tally.counts();
            return counts.otherPlace() + counts.moved() + counts.added() + counts.dropped() == 0;
        });
        Set<String> running = running(before);
        Set<String> runningAfter = running(after);
        return new PlanDifference(
                total.counts(),
                counted(byBcu),
                counted(byTeam),
                counted(byModule),
                (int) running.stream().filter(id -> !runningAfter.contains(id)).count(),
                (int) runningAfter.stream().filter(id -> !running.contains(id)).count(),
                cost(costBefore, costAfter),
                listedChange(after),
                people);
    }

    private static Map<BookingKey, Booking> bookings(Plan plan) {
        Map<BookingKey, Booking> bookings = new HashMap<>();
        plan.bookings().stream().filter(Booking::counts).forEach(row -> bookings.put(BookingKey.of(row), row));
        return bookings;
    }

    private static Set<String> running(Plan plan) {
        Set<String> ids = new HashSet<>();
        for (Booking booking : plan.bookings()) {
            String sessionId = booking.sessionId();
            if (booking.counts() && sessionId != null) {
                ids.add(sessionId);
            }
        }
        return ids;
    }

    private static @Nullable Kind kind(@Nullable Booking old, @Nullable Booking now) {
        if (old == null) {
            return Kind.ADDED;
        }
        if (now == null) {
            return Kind.DROPPED;
        }
        if (!old.date().equals(now.date()) || !old.slotIds().equals(now.slotIds())) {
            return Kind.MOVED;
        }
        return java.util.Objects.equals(old.sessionId(), now.sessionId()) ? null : Kind.OTHER_PLACE;
    }

    private static @Nullable Place place(@Nullable Booking booking) {
        return booking == null ? null : new Place(booking.sessionId(), booking.date(), booking.slotIds());
    }

    private static Map<String, Counts> counted(Map<String, Tally> tallies) {
        Map<String, Counts> counts = new LinkedHashMap<>();
        tallies.forEach((name, tally) -> counts.put(name, tally.counts()));
        return counts;
    }

    private static @Nullable Long listedChange(Plan plan) {
        return plan.changes().isEmpty()
                ? null
                : plan.changes().stream().mapToLong(Change::pence).sum();
    }

    private static Map<String, CostChange> cost(AuditReport before, AuditReport after) {
        Map<String, CostChange> cost = new LinkedHashMap<>();
        for (TrainingConstraint line : before.cost().keySet()) {
            cost.put(
                    line.id(),
                    new CostChange(
                            before.cost().getOrDefault(line, 0L), after.cost().getOrDefault(line, 0L)));
        }
        cost.put(TOTAL, new CostChange(before.totalCost(), after.totalCost()));
        return cost;
    }
}
