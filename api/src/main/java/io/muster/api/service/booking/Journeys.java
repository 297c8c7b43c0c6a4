package io.muster.api.service.booking;

import io.muster.api.service.booking.TravelView.Base;
import io.muster.api.service.booking.TravelView.Flow;
import io.muster.api.service.booking.TravelView.Length;
import io.muster.api.service.booking.TravelView.Place;
import io.muster.api.service.live.LivePlan;
import io.muster.data.model.Programme;
import io.muster.data.model.Team;
import io.muster.data.model.Transfer;
import io.muster.data.model.Venue;
import io.muster.data.plan.Booking;
import io.muster.data.plan.SessionRow;
import io.muster.solver.check.TravelTable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The journeys of a plan, each a person's day at a venue.
 *
 * @param all the journeys
 */
record Journeys(List<Journey> all) {
    private static final int STEP_MINUTES = 10;

    /**
     * A journey.
     *
     * @param staffId who travels
     * @param bcu the BCU of their team that day
     * @param venueId where to
     * @param minutes one way
     */
    record Journey(String staffId, String bcu, String venueId, int minutes) {}

    private record PersonDay(String staffId, LocalDate date, String venueId) {}

    /** {@return the journeys of a plan, made once} */
    static Journeys of(LivePlan live) {
        return live.once(Journeys.class, Journeys::make);
    }

    private static Journeys make(LivePlan live) {
        TravelTable table = new TravelTable(live.dataSet());
        Map<String, List<Transfer>> transfers = new HashMap<>();
        live.dataSet()
                .transfers()
                .forEach(transfer -> transfers
                        .computeIfAbsent(transfer.staffId(), id -> new ArrayList<>())
                        .add(transfer));
        Set<PersonDay> seen = new HashSet<>();
        List<Journey> journeys = new ArrayList<>();
        for (Booking booking : live.plan().bookings()) {
            String sessionId = booking.sessionId();
            SessionRow session = sessionId == null ? null : live.sessionById().get(sessionId);
            String venueId = session == null ? null : session.venueId();
            if (booking.counts()
                    && venueId != null
                    && seen.add(new PersonDay(booking.staffId(), booking.date(), venueId))) {
                Team team = team(live, transfers.getOrDefault(booking.staffId(), List.of()), booking);
                journeys.add(new Journey(booking.staffId(), team.bcu(), venueId, table.minutes(team, venueId)));
            }
        }
        return new Journeys(List.copyOf(journeys));
    }

    private static Team team(LivePlan live, List<Transfer> transfers, Booking booking) {
        String own =
                Objects.requireNonNull(live.staffById().get(booking.staffId())).teamId();
        String teamId = transfers.stream()
                .filter(transfer -> !transfer.from().isAfter(booking.date()))
                .max(Comparator.comparing(Transfer::from))
                .map(Transfer::teamId)
                .orElse(own);
        return Objects.requireNonNull(live.teamById().get(teamId));
    }

    /**
     * The journeys in aggregates.
     *
     * @param live the plan
     * @param bcu a BCU alone; null: all
     * @return the view
     */
    TravelView view(LivePlan live, @Nullable String bcu) {
        Programme programme = live.dataSet().programme();
        int target = programme.prices().targetTravelMinutes();
        List<Journey> seen = bcu == null
                ? all
                : all.stream().filter(journey -> journey.bcu().equals(bcu)).toList();
        return new TravelView(
                target,
                programme.limits().maxTravelMinutes(),
                people(seen),
                seen.size(),
                mean(seen),
                over(seen, target),
                live.dataSet().venues().stream()
                        .map(venue -> place(live, venue, seen))
                        .toList(),
                bases(live, bcu, seen),
                flows(live, seen, target),
                lengths(seen, programme.limits().maxTravelMinutes()));
    }

    private static Place place(LivePlan live, Venue venue, List<Journey> seen) {
        List<Journey> there = where(seen, journey -> journey.venueId().equals(venue.id()));
        return new Place(
                venue.id(),
                venue.name(),
                venue.lat(),
                venue.lon(),
                venue.internal(),
                live.plan().sessions().stream()
                        .filter(session -> session.booked() > 0 && venue.id().equals(session.venueId()))
                        .mapToInt(SessionRow::capacity)
                        .sum(),
                there.size(),
                mean(there));
    }

    private static List<Base> bases(LivePlan live, @Nullable String bcu, List<Journey> seen) {
        Map<String, List<Team>> teams = new TreeMap<>();
        live.dataSet().teams().stream()
                .filter(team -> bcu == null || team.bcu().equals(bcu))
                .forEach(team -> teams.computeIfAbsent(team.bcu(), id -> new ArrayList<>())
                        .add(team));
        return teams.entrySet().stream()
                .map(entry -> {
                    List<Journey> own = where(seen, journey -> journey.bcu().equals(entry.getKey()));
                    return new Base(
                            entry.getKey(),
                            entry.getValue().stream()
                                    .mapToDouble(Team::lat)
                                    .average()
                                    .orElseThrow(),
                            entry.getValue().stream()
                                    .mapToDouble(Team::lon)
                                    .average()
                                    .orElseThrow(),
                            entry.getValue().size(),
                            people(own),
                            own.size(),
                            mean(own));
                })
                .toList();
    }

    private static List<Flow> flows(LivePlan live, List<Journey> seen, int target) {
        record Way(String bcu, String venueId) {}
        Map<Way, List<Journey>> byWay = new HashMap<>();
        seen.forEach(
                journey -> byWay.computeIfAbsent(new Way(journey.bcu(), journey.venueId()), way -> new ArrayList<>())
                        .add(journey));
        return byWay.entrySet().stream()
                .map(entry -> new Flow(
                        entry.getKey().bcu(),
                        entry.getKey().venueId(),
                        Objects.requireNonNull(
                                        live.venueById().get(entry.getKey().venueId()))
                                .name(),
                        people(entry.getValue()),
                        entry.getValue().size(),
                        Objects.requireNonNull(mean(entry.getValue())),
                        entry.getValue().stream()
                                .mapToInt(Journey::minutes)
                                .max()
                                .orElseThrow(),
                        over(entry.getValue(), target)))
                .sorted(Comparator.comparingInt(Flow::journeys)
                        .reversed()
                        .thenComparing(Flow::bcu)
                        .thenComparing(Flow::venueId))
                .toList();
    }

    /** Steps of ten minutes up to the limit, or to the longest journey where that is longer. */
    private static List<Length> lengths(List<Journey> seen, int limit) {
        int longest = seen.stream().mapToInt(Journey::minutes).max().orElse(0);
        int steps =
                Math.max(limit, longest + 1) / STEP_MINUTES + (Math.max(limit, longest + 1) % STEP_MINUTES > 0 ? 1 : 0);
        int[] counts = new int[steps + 1];
        seen.forEach(journey -> counts[journey.minutes() / STEP_MINUTES]++);
        List<Length> lengths = new ArrayList<>();
        for (int step = 0; step < counts.length; step++) {
            if (step < steps || counts[step] > 0) {
                lengths.add(new Length(step * STEP_MINUTES, (step + 1) * STEP_MINUTES - 1, counts[step]));
            }
        }
        return lengths;
    }

    private static List<Journey> where(List<Journey> seen, Predicate<Journey> test) {
        return seen.stream().filter(test).toList();
    }

    private static int people(List<Journey> seen) {
        return (int) seen.stream().map(Journey::staffId).distinct().count();
    }

    private static int over(List<Journey> seen, int target) {
        return (int) seen.stream().filter(journey -> journey.minutes() > target).count();
    }

    private static @Nullable Double mean(List<Journey> seen) {
        return seen.isEmpty()
                ? null
                : seen.stream().mapToInt(Journey::minutes).average().orElseThrow();
    }
}
