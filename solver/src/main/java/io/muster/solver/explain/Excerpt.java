package io.muster.solver.explain;

import io.muster.data.plan.Booking;
import io.muster.data.plan.BookingKey;
import io.muster.data.plan.Plan;
import io.muster.data.plan.SessionRow;
import io.muster.solver.problem.Problem;
import java.time.LocalDate;
import java.time.temporal.IsoFields;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The part of a plan that rules about some bookings look at: all bookings of the same staff, their sessions, what else is
 * in those rooms and with those trainers, their teams on those days, and their cohorts. The auditor judges it in
 * milliseconds. What it says about the rest of the part is the same before and after a change, and drops out.
 */
final class Excerpt {

    private final Problem problem;
    private final Catalog catalog;
    private final Set<String> staffIds = new HashSet<>();
    private final Set<String> sessionIds = new HashSet<>();
    private final Set<String> roomDays = new HashSet<>();
    private final Set<String> trainerWeeks = new HashSet<>();
    private final Set<Long> teamDays = new HashSet<>();
    private final Set<String> cohorts = new HashSet<>();

    /** An excerpt that covers some bookings, before and after they are changed. */
    Excerpt(Problem problem, Catalog catalog, List<Plan> plans, Set<BookingKey> keys) {
        this.problem = problem;
        this.catalog = catalog;
        keys.forEach(key -> staffIds.add(key.staffId()));
        for (String staffId : staffIds) {
            String cohort =
                    problem.dataSet.staff().get(catalog.staff.at(staffId)).cohort();
            if (cohort != null) {
                cohorts.add(cohort);
            }
        }
        for (Plan plan : plans) {
            Map<String, SessionRow> sessions = new HashMap<>();
            plan.sessions().forEach(row -> sessions.put(row.id(), row));
            for (Booking booking : plan.bookings()) {
                if (booking.counts() && staffIds.contains(booking.staffId())) {
                    cover(booking, sessions);
                }
            }
        }
    }

    private void cover(Booking booking, Map<String, SessionRow> sessions) {
        int day = problem.calendar.indexOf(booking.date());
        if (day >= 0) {
            teamDays.add(teamDay(catalog.staff.at(booking.staffId()), day));
        }
        String sessionId = booking.sessionId();
        SessionRow session = sessionId == null ? null : sessions.get(sessionId);
        if (session != null) {
            sessionIds.add(session.id());
            roomDays.add(roomDay(session));
            session.trainerIds().forEach(trainer -> trainerWeeks.add(trainerWeek(trainer, session.date())));
        }
    }

    private long teamDay(int staff, int day) {
        return (long) problem.workforce.teamOn(staff, day) * problem.calendar.days + day;
    }

    private static String roomDay(SessionRow session) {
        return session.roomId() + " " + session.date();
    }

    private static String trainerWeek(String trainerId, LocalDate date) {
        return trainerId + " " + date.get(IsoFields.WEEK_BASED_YEAR) + " "
                + date.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR);
    }

    /** {@return the rows of a plan that the excerpt covers} */
    Plan of(Plan plan) {
        Set<String> nearby = new HashSet<>(sessionIds);
        for (SessionRow session : plan.sessions()) {
            boolean sameRoom = session.roomId() != null && roomDays.contains(roomDay(session));
            if (sameRoom
                    || session.trainerIds().stream()
                            .anyMatch(trainer -> trainerWeeks.contains(trainerWeek(trainer, session.date())))) {
                nearby.add(session.id());
            }
        }
        List<Booking> bookings = plan.bookings().stream()
                .filter(booking -> covers(booking, nearby))
                .toList();
        Set<String> people = new HashSet<>(staffIds);
        problem.dataSet.staff().stream()
                .filter(person -> person.cohort() != null && cohorts.contains(person.cohort()))
                .forEach(person -> people.add(person.id()));
        bookings.forEach(booking -> {
            people.add(booking.staffId());
            String sessionId = booking.sessionId();
            if (sessionId != null) {
                nearby.add(sessionId);
            }
        });
        return new Plan(
                plan.scope().stream()
                        .filter(row -> people.contains(row.staffId()))
                        .toList(),
                plan.sessions().stream()
                        .filter(row -> nearby.contains(row.id()))
                        .toList(),
                bookings,
                plan.unbooked().stream()
                        .filter(row -> people.contains(row.staffId()))
                        .toList(),
                plan.changes().stream()
                        .filter(row -> people.contains(row.staffId()))
                        .toList(),
                null);
    }

    /** {@return the rows of a baseline that the excerpt of a plan needs} */
    List<Booking> of(List<Booking> baseline) {
        return baseline.stream().filter(booking -> covers(booking, sessionIds)).toList();
    }

    private boolean covers(Booking booking, Set<String> sessions) {
        String sessionId = booking.sessionId();
        if (staffIds.contains(booking.staffId()) || (sessionId != null && sessions.contains(sessionId))) {
            return true;
        }
        int staff = catalog.staff.at(booking.staffId());
        int day = problem.calendar.indexOf(booking.date());
        String cohort = problem.dataSet.staff().get(staff).cohort();
        return (day >= 0 && teamDays.contains(teamDay(staff, day))) || (cohort != null && cohorts.contains(cohort));
    }
}
