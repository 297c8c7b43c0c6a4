package io.muster.solver.simulate;

import io.muster.data.model.DataSet;
import io.muster.data.model.Room;
import io.muster.data.model.StaffMember;
import io.muster.data.model.Team;
import io.muster.data.model.Trainer;
import io.muster.data.model.Transfer;
import io.muster.data.plan.Disruption;
import io.muster.data.plan.Disruption.Kind;
import io.muster.data.sample.SeededRandom;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Draws the weeks of a season. Each concern of each week has its own stream of random numbers, so that another rate of one
 * leaves the others as they were. People who joined, left or moved earlier in the season count as they are by then.
 */
final class WorldDraw {
    private static final double WEEKS_PER_MONTH = 52.0 / 12.0;
    private static final double HUNDRED = 100;
    private static final String NO_TRAINING = "0";
    private static final String EVERYBODY = "ALL";

    private final DataSet dataSet;
    private final DisruptionRates rates;
    private final long seed;
    private final int season;
    private final double scale;

    private final List<StaffMember> people;
    private final Set<String> ids = new HashSet<>();
    private final Map<String, LocalDate> leaves = new HashMap<>();
    private final Map<String, String> teamOf = new HashMap<>();
    private final Map<String, Team> teamById = new LinkedHashMap<>();
    private final Map<String, List<String>> teamsByFunction = new TreeMap<>();
    private int joined;

    WorldDraw(DataSet dataSet, DisruptionRates rates, long seed, int season) {
        this.dataSet = dataSet;
        this.rates = rates;
        this.seed = seed;
        this.season = season;
        this.scale = (double) dataSet.staff().size() / rates.people();
        this.people = new ArrayList<>(dataSet.staff());
        people.forEach(person -> {
            ids.add(person.id());
            teamOf.put(person.id(), person.teamId());
        });
        dataSet.transfers().stream()
                .sorted(Comparator.comparing(Transfer::from))
                .forEach(transfer -> teamOf.put(transfer.staffId(), transfer.teamId()));
        dataSet.teams().forEach(team -> {
            teamById.put(team.id(), team);
            teamsByFunction
                    .computeIfAbsent(team.function(), key -> new ArrayList<>())
                    .add(team.id());
        });
    }

    /** {@return what becomes known on each Monday} */
    List<WorldWeek> weeks() {
        List<LocalDate> mondays = World.mondays(dataSet.programme());
        LocalDate start = World.start(dataSet.programme());
        Map<Integer, List<String>> venuesLost = venuesLost(mondays.size());
        Map<Integer, Integer> mobilisations = mobilisations(mondays.size());
        List<WorldWeek> weeks = new ArrayList<>();
        for (int week = 0; week < mondays.size(); week++) {
            if (mondays.get(week).isBefore(start)) {
                continue;
            }
            weeks.add(new Week(week, mondays.get(week))
                    .draw(venuesLost.getOrDefault(week, List.of()), mobilisations.getOrDefault(week, 0)));
        }
        return weeks;
    }

    /** Venues by the week in which they are lost; one that has rooms stays. */
    private Map<Integer, List<String>> venuesLost(int weeks) {
        SeededRandom random = World.stream(seed, season, "venues");
        List<String> standing = new ArrayList<>(
                new TreeSet<>(dataSet.rooms().stream().map(Room::venueId).toList()));
        int count = Math.min(rates.venueLost().count().drawWhole(random), standing.size() - 1);
        Map<Integer, List<String>> lost = new HashMap<>();
        for (int i = 0; i < count; i++) {
            String venue = standing.remove(random.below(standing.size()));
            lost.computeIfAbsent(random.below(weeks), key -> new ArrayList<>()).add(venue);
        }
        return lost;
    }

    private Map<Integer, Integer> mobilisations(int weeks) {
        SeededRandom random = World.stream(seed, season, "mobilisations");
        Map<Integer, Integer> counts = new HashMap<>();
        int count = rates.mobilisation().count().drawWhole(random);
        for (int i = 0; i < count; i++) {
            counts.merge(random.below(weeks), 1, Integer::sum);
        }
        return counts;
    }

    /** The draws of one week. */
    private final class Week {
        private final int number;
        private final LocalDate monday;
        private final List<Disruption> disruptions = new ArrayList<>();
        private final List<StaffMember> joiners = new ArrayList<>();
        private final List<StaffMember> present;

        Week(int number, LocalDate monday) {
            this.number = number;
            this.monday = monday;
            this.present = people.stream()
                    .filter(person -> person.isDeployableOn(monday))
                    .filter(person -> !isGone(person.id()))
                    .toList();
        }

        private boolean isGone(String staffId) {
            LocalDate last = leaves.get(staffId);
            return last != null && !last.isAfter(monday);
        }

        private SeededRandom stream(String concern) {
            return World.stream(seed, season, "week " + number + " " + concern);
        }

        WorldWeek draw(List<String> venuesLost, int mobilisations) {
            mobilise(mobilisations);
            for (String venue : venuesLost) {
                SeededRandom random = stream("venue " + venue);
                days(Kind.VENUE_CLOSED, venue, rates.venueLost(), random, null, "lost");
            }
            SeededRandom rooms = stream("rooms");
            List<String> roomIds = dataSet.rooms().stream().map(Room::id).toList();
            pick(roomIds, rates.roomDown().count().drawCount(rooms, scale / WEEKS_PER_MONTH), rooms)
                    .forEach(room -> days(Kind.ROOM_CLOSED, room, rates.roomDown(), rooms, null, "down"));
            SeededRandom trainers = stream("trainers");
            List<String> trainerIds =
                    dataSet.trainers().stream().map(Trainer::id).toList();
            pick(trainerIds, rates.trainerSickness().count().drawCount(trainers, scale), trainers)
                    .forEach(id -> days(Kind.TRAINER_ABSENT, id, rates.trainerSickness(), trainers, null, "sick"));
            leave();
            move();
            absences("sickness", rates.sickness(), false);
            absences("court", rates.court(), true);
            absences("leave", rates.leave(), false);
            callUp();
            join();
            SeededRandom shares = stream("shares");
            return new WorldWeek(
                    monday,
                    disruptions,
                    joiners,
                    rates.noShowPct().draw(shares),
                    rates.withdrawalPct().draw(shares));
        }

        private void mobilise(int mobilisations) {
            SeededRandom random = stream("mobilisation");
            for (int i = 0; i < mobilisations; i++) {
                days(Kind.DEMAND, EVERYBODY, rates.mobilisation(), random, NO_TRAINING, "mass mobilisation");
            }
        }

        private void leave() {
            SeededRandom random = stream("leavers");
            double share = rates.leaverPct().count().draw(random) / HUNDRED / WEEKS_PER_MONTH;
            int count = Range.exactly(share).drawCount(random, present.size());
            List<StaffMember> staying = present.stream()
                    .filter(person -> person.leaves() == null && !leaves.containsKey(person.id()))
                    .toList();
            for (StaffMember leaver : pick(staying, count, random)) {
                LocalDate from = first(rates.leaverPct(), random);
                leaves.put(leaver.id(), from);
                add(Kind.STAFF_LEFT, leaver.id(), from.toString(), null, null, "leaves");
            }
        }

        private void move() {
            SeededRandom random = stream("transfers");
            int count = rates.transfer().count().drawCount(random, scale / WEEKS_PER_MONTH);
            for (StaffMember person : pick(present, count, random)) {
                String old = teamOf.getOrDefault(person.id(), person.teamId());
                Team team = teamById.get(old);
                List<String> others = team == null
                        ? List.of()
                        : teamsByFunction.getOrDefault(team.function(), List.of()).stream()
                                .filter(id -> !id.equals(old))
                                .toList();
                if (!others.isEmpty()) {
                    String next = random.pick(others);
                    teamOf.put(person.id(), next);
                    LocalDate from = first(rates.transfer(), random);
                    add(Kind.STAFF_MOVED, person.id(), from.toString(), null, next, "transfer");
                }
            }
        }

        private void absences(String name, Happening happening, boolean weekdays) {
            SeededRandom random = stream(name);
            int count = happening.count().drawCount(random, scale);
            for (StaffMember person : pick(present, count, random)) {
                LocalDate from = first(happening, random);
                while (weekdays && from.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) > 0) {
                    from = from.plusDays(1);
                }
                absent(person, from, happening.days().drawWhole(random), name);
            }
        }

        private void callUp() {
            SeededRandom random = stream("aid");
            boolean spike = random.chance(rates.aidSpikePct().draw(random) / HUNDRED);
            Happening happening = spike ? rates.aidSpike() : rates.aid();
            int count = happening.count().drawCount(random, scale);
            LocalDate together = first(happening, random);
            int days = happening.days().drawWhole(random);
            for (StaffMember person : pick(present, count, random)) {
                absent(person, spike ? together : first(happening, random), days, "aid");
            }
        }

        private void absent(StaffMember person, LocalDate from, int days, String name) {
            add(
                    Kind.STAFF_ABSENT,
                    person.id(),
                    from.atStartOfDay().toString(),
                    from.plusDays(days).atStartOfDay().toString(),
                    null,
                    name);
        }

        /** People join who are like some who are there, but for what is theirs alone. */
        private void join() {
            SeededRandom random = stream("joiners");
            int count = rates.joiner().count().drawCount(random, scale / WEEKS_PER_MONTH);
            for (int i = 0; i < count && !present.isEmpty(); i++) {
                StaffMember like = random.pick(present);
                StaffMember joiner = new StaffMember(
                        newId(),
                        teamOf.getOrDefault(like.id(), like.teamId()),
                        like.role(),
                        like.rank(),
                        like.employment(),
                        StaffMember.ACTIVE,
                        null,
                        first(rates.joiner(), random),
                        null,
                        like.patternId(),
                        like.offset(),
                        like.needs(),
                        like.notBefore(),
                        List.of(),
                        null,
                        like.priority());
                people.add(joiner);
                teamOf.put(joiner.id(), joiner.teamId());
                joiners.add(joiner);
                add(Kind.STAFF_JOINED, joiner.id(), String.valueOf(joiner.joined()), null, null, "joins");
            }
        }

        private String newId() {
            String id;
            do {
                joined++;
                id = String.format(Locale.ROOT, "NEW%05d", joined);
            } while (!ids.add(id));
            return id;
        }

        private void days(
                Kind kind,
                String subject,
                Happening happening,
                SeededRandom random,
                @Nullable String value,
                String note) {
            LocalDate from = first(happening, random);
            LocalDate to = from.plusDays(happening.days().drawWhole(random) - 1L);
            add(kind, subject, from.toString(), to.toString(), value, note);
        }

        private LocalDate first(Happening happening, SeededRandom random) {
            return monday.plusDays(happening.leadDays().drawWhole(random));
        }

        private void add(
                Kind kind,
                String subject,
                @Nullable String from,
                @Nullable String to,
                @Nullable String value,
                String note) {
            String id = String.format(Locale.ROOT, "W%02d-%04d", number + 1, disruptions.size() + 1);
            disruptions.add(new Disruption(id, kind, subject, from, to, value, note));
        }
    }

    /** {@return some of the items, none twice; all where more are wanted} */
    private static <T> List<T> pick(List<T> items, int count, SeededRandom random) {
        List<T> left = new ArrayList<>(items);
        int wanted = Math.min(count, left.size());
        for (int i = 0; i < wanted; i++) {
            int at = random.between(i, left.size() - 1);
            T picked = left.get(at);
            left.set(at, left.get(i));
            left.set(i, picked);
        }
        return left.subList(0, wanted);
    }
}
