package io.muster.solver.check;

import io.muster.data.model.Absence;
import io.muster.data.model.CalendarDay;
import io.muster.data.model.Completion;
import io.muster.data.model.DataSet;
import io.muster.data.model.Programme;
import io.muster.data.model.Room;
import io.muster.data.model.RoomClosure;
import io.muster.data.model.ShiftPattern;
import io.muster.data.model.StaffMember;
import io.muster.data.model.Team;
import io.muster.data.model.Trainer;
import io.muster.data.model.TrainerAbsence;
import io.muster.data.model.TrainingModule;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A data set by id, with what DATASET.md section 2 defines over it. Immutable once built. */
final class DataIndex {

    private final DataSet data;
    private final Slots slots;
    private final Map<String, TrainingModule> modules;
    private final Map<String, Room> rooms;
    private final Map<String, Trainer> trainers;
    private final Map<String, List<RoomClosure>> closuresByRoom;
    private final Map<String, List<TrainerAbsence>> absencesByTrainer;
    private final Map<String, Person> people = new LinkedHashMap<>();
    private final Map<String, List<Person>> peopleByTeam = new HashMap<>();
    private final Set<StaffModule> completed = new HashSet<>();
    private final Set<LocalDate> closedDays = new HashSet<>();
    private final TravelTable travel;

    DataIndex(DataSet data) {
        this.data = data;
        this.slots = new Slots(data.programme().slots());
        this.modules = byId(data.modules(), TrainingModule::id);
        this.rooms = byId(data.rooms(), Room::id);
        this.trainers = byId(data.trainers(), Trainer::id);
        this.closuresByRoom = grouped(data.roomClosures(), RoomClosure::roomId);
        this.absencesByTrainer = grouped(data.trainerAbsences(), TrainerAbsence::trainerId);
        this.travel = new TravelTable(data);
        for (Completion completion : data.completions()) {
            completed.add(new StaffModule(completion.staffId(), completion.moduleId()));
        }
        for (CalendarDay day : data.calendar()) {
            if (day.isClosed()) {
                closedDays.add(day.date());
            }
        }
        indexPeople();
    }

    private void indexPeople() {
        Map<String, Team> teams = byId(data.teams(), Team::id);
        Map<String, ShiftPattern> patterns = byId(data.patterns(), ShiftPattern::id);
        Map<String, List<Absence>> absences = grouped(data.absences(), Absence::staffId);
        for (StaffMember member : data.staff()) {
            Team team = Objects.requireNonNull(teams.get(member.teamId()), member.teamId());
            String ownPattern = member.patternId();
            Integer ownOffset = member.offset();
            String patternId = ownPattern == null ? team.patternId() : ownPattern;
            int inherited = ownPattern == null ? team.offset() : 0;
            List<Span> spans = new ArrayList<>();
            for (Absence absence : absences.getOrDefault(member.id(), List.of())) {
                spans.add(Span.of(absence.from(), absence.to()));
            }
            Person person = new Person(
                    member,
                    team,
                    Objects.requireNonNull(patterns.get(patternId), patternId),
                    ownOffset == null ? inherited : ownOffset,
                    new Absences(spans));
            people.put(member.id(), person);
            peopleByTeam.computeIfAbsent(team.id(), id -> new ArrayList<>()).add(person);
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

    @Nullable
    TrainingModule findModule(String id) {
        return modules.get(id);
    }

    @Nullable
    Room findRoom(String id) {
        return rooms.get(id);
    }

    @Nullable
    Trainer findTrainer(String id) {
        return trainers.get(id);
    }

    @Nullable
    Person findPerson(String id) {
        return people.get(id);
    }

    /** {@return everybody, in the order of staff.csv} */
    Collection<Person> people() {
        return people.values();
    }

    /** {@return the staff of a team, possibly none} */
    List<Person> peopleOf(Team team) {
        return peopleByTeam.getOrDefault(team.id(), List.of());
    }

    boolean isCompleted(StaffModule key) {
        return completed.contains(key);
    }

    /** {@return travel minutes from the team's base to the venue} */
    int travelMinutes(Team team, String venueId) {
        return travel.minutes(team, venueId);
    }

    /** {@return whether the date is a training day} */
    boolean isTrainingDay(LocalDate date) {
        Programme programme = data.programme();
        return !date.isBefore(programme.firstDay())
                && !date.isAfter(programme.lastDay())
                && programme.trainingWeekdays().contains(date.getDayOfWeek())
                && !closedDays.contains(date);
    }

    /** {@return whether the room may be used on the date} */
    boolean isOpen(Room room, LocalDate date) {
        return isWithin(date, room.from(), room.to())
                && closuresByRoom.getOrDefault(room.id(), List.of()).stream()
                        .noneMatch(closure -> isWithin(date, closure.from(), closure.to()));
    }

    /** {@return whether the trainer may deliver on the date} */
    boolean isAvailable(Trainer trainer, LocalDate date) {
        return isWithin(date, trainer.from(), trainer.to())
                && absencesByTrainer.getOrDefault(trainer.id(), List.of()).stream()
                        .noneMatch(absence -> isWithin(date, absence.from(), absence.to()));
    }

    /** {@return a number that is the same for two dates of one ISO week, and one more for the next week} */
    static long isoWeek(LocalDate date) {
        // 1970-01-01, day 0, was a Thursday; its week began on day -3.
        return Math.floorDiv(date.toEpochDay() + 3, 7L);
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
