package io.muster.benchmarks.run;

import io.muster.data.model.DataSet;
import io.muster.data.model.Programme.Travel;
import io.muster.data.model.StaffMember;
import io.muster.data.model.Team;
import io.muster.data.model.Venue;
import io.muster.data.plan.Booking;
import io.muster.data.plan.ScopeDecision;
import io.muster.data.plan.SessionRow;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What a plan is measured by beside coverage and cost: fairness, small classes, disturbance. */
final class PlanMeasures {
    /** A BCU with fewer requirements says nothing about fairness: one person more or less moves its share too far. */
    private static final int LEAST_REQUIREMENTS = 50;

    private static final double EARTH_RADIUS_KM = 6371.0;
    private static final double AT_BASE_KM = 0.1;
    private static final double NINETY = 0.9;
    private static final double PERCENT = 100.0;

    private final DataSet data;
    private final List<SessionRow> sessions;
    private final List<Booking> bookings;
    private final Map<String, Team> teamOfStaff = new HashMap<>();

    PlanMeasures(DataSet data, List<SessionRow> sessions, List<Booking> bookings) {
        this.data = data;
        this.sessions = sessions;
        this.bookings = bookings;
        Map<String, Team> teams = new HashMap<>();
        data.teams().forEach(team -> teams.put(team.id(), team));
        for (StaffMember member : data.staff()) {
            teamOfStaff.put(member.id(), known(teams.get(member.teamId())));
        }
    }

    /** {@return sessions with a booking and fewer of them than their module's minimum class} */
    int belowMinimum() {
        Map<String, Integer> least = new HashMap<>();
        data.modules().forEach(module -> least.put(module.id(), module.minClass()));
        Map<String, Integer> booked = new HashMap<>();
        for (Booking booking : bookings) {
            if (booking.sessionId() != null) {
                booked.merge(booking.sessionId(), 1, Integer::sum);
            }
        }
        return (int) sessions.stream()
                .filter(session -> booked.containsKey(session.id()))
                .filter(session -> booked.getOrDefault(session.id(), 0) < least.getOrDefault(session.moduleId(), 0))
                .count();
    }

    /**
     * {@return percentage points between the BCUs with the greatest and the smallest share of their requirements booked;
     * 0 where fewer than two have enough requirements}
     *
     * @param scope decision for each person and module
     */
    double completionSpread(List<ScopeDecision> scope) {
        LocalDate lastDay = data.programme().lastDay();
        Map<String, int[]> byBcu = new TreeMap<>();
        Set<List<String>> booked = new HashSet<>();
        bookings.forEach(b -> booked.add(List.of(b.staffId(), b.moduleId())));
        for (ScopeDecision decision : scope) {
            if (decision.isRequirement(lastDay)) {
                int[] counts = byBcu.computeIfAbsent(teamOf(decision.staffId()).bcu(), bcu -> new int[2]);
                counts[0]++;
                counts[1] += booked.contains(List.of(decision.staffId(), decision.moduleId())) ? 1 : 0;
            }
        }
        double[] shares = byBcu.values().stream()
                .filter(counts -> counts[0] >= LEAST_REQUIREMENTS)
                .mapToDouble(counts -> PERCENT * counts[1] / counts[0])
                .sorted()
                .toArray();
        return shares.length < 2 ? 0 : shares[shares.length - 1] - shares[0];
    }

    /** {@return minutes of travel that 90 of 100 days with a face-to-face booking do not exceed; 0 without any} */
    int travelP90() {
        Map<String, String> venueOfSession = new HashMap<>();
        for (SessionRow session : sessions) {
            if (session.venueId() != null) {
                venueOfSession.put(session.id(), session.venueId());
            }
        }
        Map<String, Venue> venues = new HashMap<>();
        data.venues().forEach(venue -> venues.put(venue.id(), venue));
        Set<List<Object>> seen = new HashSet<>();
        int[] minutes = bookings.stream()
                .filter(b -> b.sessionId() != null && venueOfSession.containsKey(b.sessionId()))
                .filter(b -> seen.add(List.of(b.staffId(), b.date())))
                .mapToInt(b -> minutes(
                        teamOf(b.staffId()), known(venues.get(known(venueOfSession.get(known(b.sessionId())))))))
                .sorted()
                .toArray();
        return minutes.length == 0 ? 0 : minutes[(int) Math.ceil(NINETY * minutes.length) - 1];
    }

    /**
     * {@return the share of a plan's bookings that are on another day here, or not at all}
     *
     * @param reference bookings of that plan
     */
    double disturbance(List<Booking> reference) {
        Map<List<String>, LocalDate> days = new HashMap<>();
        bookings.forEach(b -> days.put(List.of(b.staffId(), b.moduleId()), b.date()));
        long moved = reference.stream()
                .filter(b -> !b.date().equals(days.get(List.of(b.staffId(), b.moduleId()))))
                .count();
        return reference.isEmpty() ? 0 : (double) moved / reference.size();
    }

    /** Travel minutes as DATASET.md section 2 has them. */
    private int minutes(Team team, Venue venue) {
        Travel travel = data.programme().travel();
        double phi1 = Math.toRadians(team.lat());
        double phi2 = Math.toRadians(venue.lat());
        double sinLat = Math.sin((phi2 - phi1) / 2);
        double sinLon = Math.sin(Math.toRadians(venue.lon() - team.lon()) / 2);
        double a = sinLat * sinLat + Math.cos(phi1) * Math.cos(phi2) * sinLon * sinLon;
        double km = 2 * EARTH_RADIUS_KM * Math.asin(Math.min(1.0, Math.sqrt(a)));
        return km < AT_BASE_KM
                ? 0
                : travel.minutesPerKm()
                        .multiply(new BigDecimal(km))
                        .add(travel.fixedMinutes())
                        .setScale(0, RoundingMode.HALF_UP)
                        .intValueExact();
    }

    private Team teamOf(String staffId) {
        return known(teamOfStaff.get(staffId));
    }

    private static <T> T known(@Nullable T value) {
        if (value == null) {
            throw new IllegalStateException(
                    "A plan names something the data set does not have. Maybe the contender made"
                            + " it up; the auditor says what.");
        }
        return value;
    }
}
