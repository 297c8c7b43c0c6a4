package io.muster.solver.check;

import io.muster.data.model.Absence;
import io.muster.data.model.CalendarDay;
import io.muster.data.model.CapacityChange;
import io.muster.data.model.Completion;
import io.muster.data.model.DataSet;
import io.muster.data.model.OperationalDemand;
import io.muster.data.model.Programme;
import io.muster.data.model.Room;
import io.muster.data.model.RoomClosure;
import io.muster.data.model.ShiftPattern;
import io.muster.data.model.StaffMember;
import io.muster.data.model.Team;
import io.muster.data.model.Trainer;
import io.muster.data.model.TrainerAbsence;
import io.muster.data.model.TrainingModule;
import io.muster.data.model.Transfer;
import io.muster.data.plan.ScopeDecision;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A data set by id, with what DATASET.md section 2 defines over it. Staff members and modules are also numbered, and so
 * is every pair of them, its <i>cell</i>; days are epoch days. What it says never changes; several threads may ask.
 */
final class DataIndex {

    private final DataSet data;
    private final Slots slots;
    private final Map<String, Integer> modulePositions = new HashMap<>();
    private final Map<String, Room> rooms;
    private final Map<String, Trainer> trainers;
    private final Map<String, List<RoomClosure>> closuresByRoom;
    private final Map<String, List<CapacityChange>> capacityChangesByRoom;
    private final Map<String, List<TrainerAbsence>> absencesByTrainer;
    private final List<Person> people = new ArrayList<>();
    private final Map<String, Person> peopleById = new HashMap<>();
    private final Map<String, List<Person>> peopleByTeam = new HashMap<>();
    private final Map<String, List<OperationalDemand>> demandByTeam = new HashMap<>();
    private final BitSet completed = new BitSet();
    private final BitSet trainingDays = new BitSet();
    private final long firstDay;
    private final TravelTable travel;
    private final Caps caps;
    /** The scope that was placed last: the published plan and those that replace it mostly share it. */
    private volatile @Nullable ScopeCells lastScope;

    DataIndex(DataSet data) {
        this.data = data;
        this.slots = new Slots(data.programme().slots());
        this.firstDay = data.programme().firstDay().toEpochDay();
        for (TrainingModule module : data.modules()) {
            modulePositions.put(module.id(), modulePositions.size());
        }
        this.rooms = byId(data.rooms(), Room::id);
        this.trainers = byId(data.trainers(), Trainer::id);
        this.closuresByRoom = grouped(data.roomClosures(), RoomClosure::roomId);
        this.capacityChangesByRoom = grouped(data.capacityChanges(), CapacityChange::roomId);
        this.absencesByTrainer = grouped(data.trainerAbsences(), TrainerAbsence::trainerId);
        this.travel = new TravelTable(data);
        indexPeople();
        for (Team team : data.teams()) {
            demandByTeam.put(
                    team.id(),
                    data.demand().stream()
                            .filter(demand -> demand.scope().covers(team))
                            .toList());
        }
        CellFinder finder = finder();
        for (Completion completion : data.completions()) {
            int cell = finder.cellOf(completion.staffId(), completion.moduleId());
            if (cell != CellFinder.UNKNOWN) {
                completed.set(cell);
            }
        }
        indexCalendar();
        this.caps = new Caps(this);
    }

    private void indexPeople() {
        Map<String, Team> teams = byId(data.teams(), Team::id);
        Map<String, Cycle> cycles = new HashMap<>();
        for (ShiftPattern pattern : data.patterns()) {
            cycles.put(pattern.id(), new Cycle(pattern));
        }
        Map<String, List<Span>> absences = spansByStaff();
        Map<String, List<Transfer>> transfers = grouped(data.transfers(), Transfer::staffId);
        for (StaffMember member : data.staff()) {
            List<Span> spans = absences.get(member.id());
            List<Post> posts = posts(member, teams, cycles, transfers.getOrDefault(member.id(), List.of()));
            Person person =
                    new Person(member, people.size(), posts, spans == null ? Absences.NONE : new Absences(spans));
            people.add(person);
            peopleById.put(member.id(), person);
            posts.stream()
                    .map(post -> post.team().id())
                    .distinct()
                    .forEach(teamId -> peopleByTeam
                            .computeIfAbsent(teamId, id -> new ArrayList<>())
                            .add(person));
        }
    }

    private static List<Post> posts(
            StaffMember member, Map<String, Team> teams, Map<String, Cycle> cycles, List<Transfer> transfers) {
        Post home = post(member, Long.MIN_VALUE, member.teamId(), teams, cycles);
        if (transfers.isEmpty()) {
            return List.of(home);
        }
        List<Post> posts = new ArrayList<>();
        posts.add(home);
        transfers.stream()
                .sorted(Comparator.comparing(Transfer::from))
                .map(transfer -> post(member, transfer.from().toEpochDay(), transfer.teamId(), teams, cycles))
                .forEach(posts::add);
        return posts;
    }

    private static Post post(
            StaffMember member, long from, String teamId, Map<String, Team> teams, Map<String, Cycle> cycles) {
        Team team = Objects.requireNonNull(teams.get(teamId), teamId);
        String ownPattern = member.patternId();
        Integer ownOffset = member.offset();
        String patternId = ownPattern == null ? team.patternId() : ownPattern;
        int inherited = ownPattern == null ? team.offset() : 0;
        return new Post(
                from,
                team,
                Objects.requireNonNull(cycles.get(patternId), patternId),
                ownOffset == null ? inherited : ownOffset);
    }

    private Map<String, List<Span>> spansByStaff() {
        Map<String, List<Span>> spansByStaff = new HashMap<>();
        String staffId = null;
        List<Span> spans = List.of();
        for (Absence absence : data.absences()) {
            // Rows of a staff member mostly follow each other.
            if (!absence.staffId().equals(staffId)) {
                staffId = absence.staffId();
                spans = spansByStaff.computeIfAbsent(staffId, id -> new ArrayList<>());
            }
            spans.add(Span.of(absence.from(), absence.to()));
        }
        return spansByStaff;
    }

    private void indexCalendar() {
        Programme programme = data.programme();
        for (LocalDate date = programme.firstDay(); !date.isAfter(programme.lastDay()); date = date.plusDays(1)) {
            if (programme.trainingWeekdays().contains(date.getDayOfWeek())) {
                trainingDays.set((int) (date.toEpochDay() - firstDay));
            }
        }
        for (CalendarDay day : data.calendar()) {
            long index = day.date().toEpochDay() - firstDay;
            if (day.isClosed() && index >= 0 && index < trainingDays.length()) {
                trainingDays.clear((int) index);
            }
        }
    }

    DataSet data() {
        return data;
    }

    Programme programme() {
        return data.programme();
    }

    Slots slots() {
        return slots;
    }

    /** {@return a finder of cells} */
    CellFinder finder() {
        return new CellFinder(people, peopleById, modulePositions);
    }

    /** {@return the strength and caps of teams} */
    Caps caps() {
        return caps;
    }

    /** {@return the cells of scope decisions} */
    ScopeCells cellsOf(List<ScopeDecision> scope) {
        ScopeCells last = lastScope;
        if (last == null || last.scope() != scope) {
            last = new ScopeCells(this, scope);
            lastScope = last;
        }
        return last;
    }

    /** {@return how many cells there are} */
    int cells() {
        return people.size() * modules();
    }

    private int modules() {
        return data.modules().size();
    }

    /** {@return the cell of a person and a module of the data set} */
    int cellOf(Person person, String moduleId) {
        Integer module = Objects.requireNonNull(modulePositions.get(moduleId), moduleId);
        return person.position() * modules() + module;
    }

    Person personOf(int cell) {
        return people.get(cell / modules());
    }

    TrainingModule moduleOf(int cell) {
        return data.modules().get(cell % modules());
    }

    @Nullable
    Person findPerson(String id) {
        return peopleById.get(id);
    }

    @Nullable
    TrainingModule findModule(String id) {
        Integer position = modulePositions.get(id);
        return position == null ? null : data.modules().get(position);
    }

    @Nullable
    Room findRoom(String id) {
        return rooms.get(id);
    }

    @Nullable
    Trainer findTrainer(String id) {
        return trainers.get(id);
    }

    /** {@return everybody, in the order of staff.csv} */
    List<Person> people() {
        return people;
    }

    /** {@return everybody who is of a team on some day, possibly nobody} */
    List<Person> peopleEverOf(Team team) {
        return peopleByTeam.getOrDefault(team.id(), List.of());
    }

    /** {@return the rows of demand.csv that cover a team on some day} */
    List<OperationalDemand> demandOn(Team team) {
        return demandByTeam.getOrDefault(team.id(), List.of());
    }

    boolean isCompleted(int cell) {
        return completed.get(cell);
    }

    /** {@return travel minutes from the team's base to the venue} */
    int travelMinutes(Team team, String venueId) {
        return travel.minutes(team, venueId);
    }

    /** {@return whether the day is a training day} */
    boolean isTrainingDay(long day) {
        long index = day - firstDay;
        return index >= 0 && index < trainingDays.length() && trainingDays.get((int) index);
    }

    /** {@return whether the room may be used on the date} */
    boolean isOpen(Room room, LocalDate date) {
        return isWithin(date, room.from(), room.to())
                && closuresByRoom.getOrDefault(room.id(), List.of()).stream()
                        .noneMatch(closure -> isWithin(date, closure.from(), closure.to()));
    }

    /** {@return the room's seats on the date: the fewest of the changes that cover it, else those of rooms.csv} */
    int capacityOn(Room room, LocalDate date) {
        return capacityChangesByRoom.getOrDefault(room.id(), List.of()).stream()
                .filter(change -> isWithin(date, change.from(), change.to()))
                .mapToInt(CapacityChange::capacity)
                .min()
                .orElse(room.capacity());
    }

    /** {@return whether the trainer may deliver on the date} */
    boolean isAvailable(Trainer trainer, LocalDate date) {
        return isWithin(date, trainer.from(), trainer.to())
                && absencesByTrainer.getOrDefault(trainer.id(), List.of()).stream()
                        .noneMatch(absence -> isWithin(date, absence.from(), absence.to()));
    }

    /** {@return a number that is the same for two days of one ISO week, and one more for the next week} */
    static long isoWeek(long day) {
        // 1970-01-01, day 0, was a Thursday; its week began on day -3.
        return Math.floorDiv(day + 3, 7L);
    }

    /** {@return the Sunday that ends an ISO week} */
    static LocalDate sundayOf(long isoWeek) {
        return LocalDate.ofEpochDay(isoWeek * 7 + 3);
    }

    private static boolean isWithin(LocalDate date, @Nullable LocalDate from, @Nullable LocalDate to) {
        return (from == null || !date.isBefore(from)) && (to == null || !date.isAfter(to));
    }

    private static <T> Map<String, T> byId(List<T> rows, Function<T, String> id) {
        Map<String, T> map = new HashMap<>();
        rows.forEach(row -> map.put(id.apply(row), row));
        return map;
    }

    private static <T> Map<String, List<T>> grouped(List<T> rows, Function<T, String> id) {
        Map<String, List<T>> map = new HashMap<>();
        rows.forEach(row ->
                map.computeIfAbsent(id.apply(row), key -> new ArrayList<>()).add(row));
        return map;
    }
}
