package io.muster.solver.check;

import io.muster.data.model.TrainingModule;
import io.muster.data.model.TrainingModule.Delivery;
import io.muster.data.model.TrainingModule.Grouping;
import io.muster.solver.catalogue.TrainingConstraint;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** H17 cohort: a cohort is in one session of a cohort module, and in it without another cohort. */
final class CohortRule {

    /** Stands for being booked into no session. */
    private static final String UNBOOKED = "";

    private final DataIndex index;
    private final PlanIndex plan;

    CohortRule(DataIndex index, PlanIndex plan) {
        this.index = index;
        this.plan = plan;
    }

    void check(Breaches breaches) {
        for (TrainingModule module : index.data().modules()) {
            if (isCohortModule(module)) {
                together(module, breaches);
            }
        }
        for (RunningSession session : plan.runningSessions()) {
            if (isCohortModule(session.module())) {
                apart(session, breaches);
            }
        }
    }

    static boolean isCohortModule(TrainingModule module) {
        return module.grouping() == Grouping.COHORT && module.delivery() != Delivery.DIGITAL;
    }

    /** Where the members of a cohort are, in the plan and by its past bookings alone, and their bookings. */
    private record Whereabouts(Set<String> all, Set<String> past, List<PlacedBooking> bookings) {}

    private void together(TrainingModule module, Breaches breaches) {
        Map<String, Whereabouts> byCohort = new TreeMap<>();
        for (Person person : index.people()) {
            String cohort = person.member().cohort();
            if (cohort != null) {
                Whereabouts where = byCohort.computeIfAbsent(
                        cohort, c -> new Whereabouts(new HashSet<>(), new HashSet<>(), new ArrayList<>()));
                locate(index.cellOf(person, module.id()), where);
            }
        }
        byCohort.forEach((cohort, where) -> {
            int excess = Excess.over(1, where.all().size(), where.past().size());
            if (excess > 0) {
                boolean someUnbooked = where.all().contains(UNBOOKED);
                int sessions = where.all().size() - (someUnbooked ? 1 : 0);
                breaches.add(
                        TrainingConstraint.H17_COHORT,
                        excess,
                        cohort + " " + module.id(),
                        "The cohort is in " + sessions + " sessions"
                                + (someUnbooked ? " with members left unbooked." : "."),
                        where.bookings());
            }
        });
    }

    private void locate(int cell, Whereabouts where) {
        boolean required = plan.isRequirement(cell);
        List<PlacedBooking> bookings = plan.bookingsOf(cell);
        where.bookings().addAll(bookings);
        if (required && bookings.isEmpty()) {
            where.all().add(UNBOOKED);
        }
        if (required && bookings.stream().noneMatch(PlacedBooking::past)) {
            where.past().add(UNBOOKED);
        }
        for (PlacedBooking booking : bookings) {
            String sessionId = booking.booking().sessionId();
            String place = sessionId == null ? UNBOOKED : sessionId;
            where.all().add(place);
            if (booking.past()) {
                where.past().add(place);
            }
        }
    }

    private static void apart(RunningSession session, Breaches breaches) {
        Set<String> all = cohorts(session.bookings().stream());
        Set<String> past = cohorts(session.bookings().stream().filter(PlacedBooking::past));
        int excess = Excess.over(1, all.size(), past.size());
        if (excess > 0) {
            breaches.add(
                    TrainingConstraint.H17_COHORT,
                    excess,
                    session.id(),
                    "Cohorts " + String.join(", ", all) + " share a session.",
                    session.bookings().stream()
                            .filter(booking -> booking.person().member().cohort() != null)
                            .toList());
        }
    }

    private static Set<String> cohorts(Stream<PlacedBooking> bookings) {
        Set<String> cohorts = new TreeSet<>();
        bookings.forEach(booking -> {
            String cohort = booking.person().member().cohort();
            if (cohort != null) {
                cohorts.add(cohort);
            }
        });
        return cohorts;
    }
}
