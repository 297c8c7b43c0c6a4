package io.muster.api.service.replan;

import io.muster.api.service.access.Caller;
import io.muster.api.service.live.LivePlan;
import io.muster.api.service.replan.KindGuide.Picker;
import io.muster.data.model.DataSet;
import io.muster.data.model.Room;
import io.muster.data.model.StaffMember;
import io.muster.data.model.Team;
import io.muster.data.model.Trainer;
import io.muster.data.plan.Booking;
import io.muster.data.plan.SessionRow;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What can be picked in the form of a disruption: things of the data set, and sessions of the published plan. A resourcing
 * desk picks people and teams of its own BCU only.
 */
final class Choices {
    /** Most things that a list shows whole; more are searched. */
    static final int WHOLE = 150;

    private static final int FOUND = 15;
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEE d MMM yyyy", Locale.UK);

    private final DataSet dataSet;
    private final LivePlan published;
    private final @Nullable String bcu;
    private final Map<String, Team> teamById;

    /**
     * For a programme.
     *
     * @param dataSet its data set, with whom the disruption may name
     * @param published its published plan
     * @param caller who picks
     */
    Choices(DataSet dataSet, LivePlan published, Caller caller) {
        this.dataSet = dataSet;
        this.published = published;
        bcu = caller.seesEveryBcu() ? null : Objects.requireNonNullElse(caller.bcu(), "");
        teamById = new HashMap<>();
        dataSet.teams().forEach(team -> teamById.put(team.id(), team));
    }

    /**
     * What a search found.
     *
     * @param choices the first of them
     * @param total how many there are
     */
    record Found(List<Choice> choices, int total) {

        /** Copies the list. */
        Found {
            choices = List.copyOf(choices);
        }
    }

    /**
     * {@return whether there are so few that all are shown}
     *
     * @param picker what is picked
     */
    boolean isWhole(Picker picker) {
        return switch (picker) {
            case PERSON, SESSION -> false;
            case VENUE, ROOM, TRAINER, MODULE, TEAM, SCOPE -> count(picker) <= WHOLE;
        };
    }

    private long count(Picker picker) {
        return all(picker, null).count();
    }

    /**
     * Everything that can be picked.
     *
     * @param picker what is picked
     * @return the choices, in the order of the data
     */
    List<Choice> whole(Picker picker) {
        return all(picker, null).limit(WHOLE).toList();
    }

    /**
     * The choices whose label has every word of a text.
     *
     * @param picker what is picked
     * @param text the words, capitals or not; empty: the first there are
     * @param staffId of sessions, those that somebody is booked into; null: all
     * @return the first of them
     */
    Found search(Picker picker, String text, @Nullable String staffId) {
        List<String> words = Arrays.stream(text.toLowerCase(Locale.UK).split("[\\s,]+", -1))
                .filter(word -> !word.isEmpty())
                .toList();
        List<Choice> first = new ArrayList<>();
        int total = 0;
        for (Choice choice : (Iterable<Choice>) all(picker, staffId)::iterator) {
            String label = choice.label().toLowerCase(Locale.UK);
            if (words.stream().allMatch(label::contains)) {
                total++;
                if (first.size() < FOUND) {
                    first.add(choice);
                }
            }
        }
        return new Found(first, total);
    }

    /**
     * How people know something.
     *
     * @param picker what it is
     * @param id its id
     * @return its label; the id where there is no such thing
     */
    String label(Picker picker, String id) {
        return all(picker, null)
                .filter(choice -> choice.id().equals(id))
                .map(Choice::label)
                .findFirst()
                .orElse(id);
    }

    private Stream<Choice> all(Picker picker, @Nullable String staffId) {
        return switch (picker) {
            case VENUE -> venues();
            case ROOM -> rooms();
            case TRAINER -> dataSet.trainers().stream().map(trainer -> new Choice(trainer.id(), labelOf(trainer)));
            case MODULE ->
                dataSet.modules().stream()
                        .map(module -> new Choice(module.id(), module.name() + " (" + module.id() + ")"));
            case TEAM -> teams().map(team -> new Choice(team.id(), team.name() + " (" + team.id() + ")"));
            case SCOPE -> scopes();
            case PERSON -> people();
            case SESSION -> sessions(staffId);
        };
    }

    private Stream<Choice> venues() {
        Map<String, Long> rooms =
                dataSet.rooms().stream().collect(Collectors.groupingBy(Room::venueId, Collectors.counting()));
        return dataSet.venues().stream().map(venue -> {
            long count = rooms.getOrDefault(venue.id(), 0L);
            return new Choice(
                    venue.id(),
                    venue.name() + " (" + count + (count == 1 ? " room, " : " rooms, ")
                            + (venue.internal() ? "internal)" : "external)"));
        });
    }

    private Stream<Choice> rooms() {
        Map<String, String> venues = new HashMap<>();
        dataSet.venues().forEach(venue -> venues.put(venue.id(), venue.name()));
        return dataSet.rooms().stream()
                .map(room -> new Choice(
                        room.id(),
                        room.id() + " (" + venues.getOrDefault(room.venueId(), room.venueId()) + ", " + room.capacity()
                                + " seats)"));
    }

    private static String labelOf(Trainer trainer) {
        return trainer.id() + " (" + (trainer.internal() ? "internal" : "external") + ", teaches "
                + String.join(", ", trainer.moduleIds()) + ")";
    }

    private Stream<Team> teams() {
        return dataSet.teams().stream().filter(team -> bcu == null || team.bcu().equals(bcu));
    }

    private Stream<Choice> scopes() {
        Set<String> bcus = new TreeSet<>();
        Set<String> functions = new TreeSet<>();
        dataSet.teams().forEach(team -> {
            bcus.add(team.bcu());
            functions.add(team.function());
        });
        return Stream.of(
                        Stream.of(new Choice("ALL", "Everybody")),
                        bcus.stream().map(name -> new Choice("BCU:" + name, "BCU " + name)),
                        functions.stream().map(name -> new Choice("FUNCTION:" + name, "Function " + name)),
                        teams().map(team ->
                                new Choice("TEAM:" + team.id(), "Team " + team.name() + " (" + team.id() + ")")))
                .flatMap(choices -> choices);
    }

    private Stream<Choice> people() {
        return dataSet.staff().stream()
                .filter(person -> bcu == null || isOfBcu(person, bcu))
                .map(person ->
                        new Choice(person.id(), person.id() + " (" + person.rank() + ", " + teamOf(person) + ")"));
    }

    private boolean isOfBcu(StaffMember person, String wanted) {
        Team team = teamById.get(person.teamId());
        return team != null && team.bcu().equals(wanted);
    }

    private String teamOf(StaffMember person) {
        Team team = teamById.get(person.teamId());
        return team == null ? person.teamId() : team.name();
    }

    private Stream<Choice> sessions(@Nullable String staffId) {
        Set<String> own = new HashSet<>();
        if (staffId != null) {
            published.bookingsByStaff().getOrDefault(staffId, List.of()).stream()
                    .filter(Booking::counts)
                    .forEach(booking -> own.add(String.valueOf(booking.sessionId())));
        }
        return published.plan().sessions().stream()
                .filter(session -> session.status() != SessionRow.Status.CANCELLED && session.booked() > 0)
                .filter(session -> staffId == null || own.contains(session.id()))
                .sorted(Comparator.comparing(SessionRow::date).thenComparing(SessionRow::id))
                .map(session -> new Choice(session.id(), labelOf(session)));
    }

    private String labelOf(SessionRow session) {
        var module = published.moduleById().get(session.moduleId());
        var venue = session.venueId() == null ? null : published.venueById().get(session.venueId());
        return DAY.format(session.date()) + " " + String.join("+", session.slotIds()) + ", "
                + (module == null ? session.moduleId() : module.name()) + ", "
                + (venue == null ? "online" : venue.name()) + ", " + session.booked() + " people (" + session.id()
                + ")";
    }
}
