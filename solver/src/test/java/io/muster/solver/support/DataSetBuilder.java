package io.muster.solver.support;

import io.muster.data.model.Absence;
import io.muster.data.model.CalendarDay;
import io.muster.data.model.Completion;
import io.muster.data.model.DataSet;
import io.muster.data.model.DemandScope;
import io.muster.data.model.OperationalDemand;
import io.muster.data.model.Room;
import io.muster.data.model.RoomClosure;
import io.muster.data.model.ShiftPattern;
import io.muster.data.model.ShiftPattern.Duty;
import io.muster.data.model.StaffMember;
import io.muster.data.model.Team;
import io.muster.data.model.Trainer;
import io.muster.data.model.TrainerAbsence;
import io.muster.data.model.TrainingModule;
import io.muster.data.model.TrainingModule.Delivery;
import io.muster.data.model.TrainingModule.Grouping;
import io.muster.data.model.Venue;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Builds a data set row by row. A second call for an id changes the row of the first; fields have roomy defaults. */
public final class DataSetBuilder {

    private final ProgrammeBuilder programme = new ProgrammeBuilder();
    private final Map<String, ModuleFields> modules = new LinkedHashMap<>();
    private final Map<String, TeamFields> teams = new LinkedHashMap<>();
    private final Map<String, ShiftPattern> patterns = new LinkedHashMap<>();
    private final Map<String, StaffFields> staff = new LinkedHashMap<>();
    private final Map<String, Venue> venues = new LinkedHashMap<>();
    private final Map<String, RoomFields> rooms = new LinkedHashMap<>();
    private final Map<String, TrainerFields> trainers = new LinkedHashMap<>();
    private final List<Completion> completions = new ArrayList<>();
    private final List<Absence> absences = new ArrayList<>();
    private final List<OperationalDemand> demand = new ArrayList<>();
    private final List<CalendarDay> calendar = new ArrayList<>();
    private final List<RoomClosure> roomClosures = new ArrayList<>();
    private final List<TrainerAbsence> trainerAbsences = new ArrayList<>();

    /** Fields of a module: face to face, one slot, 1 to 20 people, one trainer of either kind. */
    public static final class ModuleFields {
        public Delivery delivery = Delivery.FACE_TO_FACE;
        public int slots = 1;
        public int minClass = 1;
        public int maxClass = 20;
        public int trainers = 1;
        public int internalTrainers = 0;
        public @Nullable LocalDate releaseDate;
        public List<String> after = List.of();
        public @Nullable Integer minGapDays;
        public @Nullable Integer maxGapDays;
        public Grouping grouping = Grouping.INDIVIDUAL;

        /** Makes it digital: no class, no trainers. */
        public void digital() {
            delivery = Delivery.DIGITAL;
            minClass = 0;
            maxClass = 0;
            trainers = 0;
            internalTrainers = 0;
        }
    }

    /** Fields of a team: BCU {@code B1}, base at {@link Fixtures#VENUE}, ceiling 100%, minimum strength 0%. */
    public static final class TeamFields {
        public String bcu = "B1";
        public String function = "ERPT";
        public double lat = 51.5;
        public double lon = -0.12;
        public String pattern = Fixtures.PATTERN;
        public int offset = 0;
        public @Nullable String ceilingPct;
        public @Nullable String minimumStrengthPct;
    }

    /** Fields of a staff member: an active officer of {@link Fixtures#TEAM} without anything special. */
    public static final class StaffFields {
        public String team = Fixtures.TEAM;
        public String role = "ERPT";
        public String status = StaffMember.ACTIVE;
        public @Nullable LocalDate statusUntil;
        public @Nullable LocalDate joined;
        public @Nullable LocalDate leaves;
        public @Nullable String pattern;
        public @Nullable Integer offset;
        public List<String> needs = List.of();
        public @Nullable LocalTime notBefore;
        public List<String> tags = List.of();
        public @Nullable String cohort;
        public int priority = 0;
    }

    /** Fields of a room: 20 seats at {@link Fixtures#VENUE}, 5000 pence a slot. */
    public static final class RoomFields {
        public String venue = Fixtures.VENUE;
        public int capacity = 20;
        public long pencePerSlot = 5000;
        public List<String> features = List.of();
        public @Nullable LocalDate from;
        public @Nullable LocalDate to;
    }

    /** Fields of a trainer: internal, accredited for {@link Fixtures#MODULE}, 30000 pence a day, 4 days a week. */
    public static final class TrainerFields {
        public boolean internal = true;
        public List<String> modules = List.of(Fixtures.MODULE);
        public long pencePerDay = 30_000;
        public int maxDaysPerWeek = 4;
        public @Nullable LocalDate from;
        public @Nullable LocalDate to;
    }

    /** Changes the programme. */
    public DataSetBuilder programme(Consumer<ProgrammeBuilder> change) {
        change.accept(programme);
        return this;
    }

    /** Adds or changes a module. */
    public DataSetBuilder module(String id, Consumer<ModuleFields> change) {
        change.accept(modules.computeIfAbsent(id, key -> new ModuleFields()));
        return this;
    }

    /** Adds or changes a team. */
    public DataSetBuilder team(String id, Consumer<TeamFields> change) {
        change.accept(teams.computeIfAbsent(id, key -> new TeamFields()));
        return this;
    }

    /** Adds or replaces a pattern; each duty is {@code R} or such as {@code 22:00-07:30}. */
    public DataSetBuilder pattern(String id, LocalDate cycleStart, String... duties) {
        patterns.put(
                id,
                new ShiftPattern(
                        id,
                        cycleStart,
                        Arrays.stream(duties).map(DataSetBuilder::duty).toList()));
        return this;
    }

    private static Duty duty(String text) {
        if (text.equals(Duty.REST_DAY)) {
            return new Duty(Duty.REST_DAY, null, null);
        }
        int dash = text.indexOf('-');
        return new Duty("D", LocalTime.parse(text.substring(0, dash)), LocalTime.parse(text.substring(dash + 1)));
    }

    /** Adds staff members with all defaults. */
    public DataSetBuilder staff(String... ids) {
        Arrays.stream(ids).forEach(id -> staff(id, fields -> {}));
        return this;
    }

    /** Adds or changes a staff member. */
    public DataSetBuilder staff(String id, Consumer<StaffFields> change) {
        change.accept(staff.computeIfAbsent(id, key -> new StaffFields()));
        return this;
    }

    /** Adds a completion. */
    public DataSetBuilder completion(String staffId, String moduleId) {
        completions.add(new Completion(staffId, moduleId, Fixtures.AS_OF.minusDays(30), "HR"));
        return this;
    }

    /** Adds an absence; date-times such as {@code 2025-04-07T09:00}. */
    public DataSetBuilder absence(String staffId, String from, String to) {
        absences.add(new Absence(staffId, LocalDateTime.parse(from), LocalDateTime.parse(to), "LEAVE"));
        return this;
    }

    /** Adds operational demand. */
    public DataSetBuilder demand(DemandScope.Kind kind, String name, LocalDate from, LocalDate to, String factor) {
        demand.add(new OperationalDemand(new DemandScope(kind, name), from, to, new BigDecimal(factor), "demand"));
        return this;
    }

    /** Adds a calendar day; kind {@code CLOSED} closes it. */
    public DataSetBuilder calendar(LocalDate date, String kind) {
        calendar.add(new CalendarDay(date, kind, "day"));
        return this;
    }

    /** Adds or replaces a venue. */
    public DataSetBuilder venue(String id, double lat, double lon) {
        venues.put(id, new Venue(id, id, lat, lon, true));
        return this;
    }

    /** Adds or changes a room. */
    public DataSetBuilder room(String id, Consumer<RoomFields> change) {
        change.accept(rooms.computeIfAbsent(id, key -> new RoomFields()));
        return this;
    }

    /** Closes a room, both days inclusive. */
    public DataSetBuilder closure(String roomId, LocalDate from, LocalDate to) {
        roomClosures.add(new RoomClosure(roomId, from, to, "works"));
        return this;
    }

    /** Adds or changes a trainer. */
    public DataSetBuilder trainer(String id, Consumer<TrainerFields> change) {
        change.accept(trainers.computeIfAbsent(id, key -> new TrainerFields()));
        return this;
    }

    /** Takes a trainer away, both days inclusive. */
    public DataSetBuilder trainerAbsence(String trainerId, LocalDate from, LocalDate to) {
        trainerAbsences.add(new TrainerAbsence(trainerId, from, to, "LEAVE"));
        return this;
    }

    /** {@return the data set} */
    public DataSet build() {
        List<TrainingModule> moduleRows = new ArrayList<>();
        modules.forEach((id, f) -> moduleRows.add(new TrainingModule(
                id,
                id,
                f.delivery,
                f.slots,
                f.minClass,
                f.maxClass,
                f.trainers,
                f.internalTrainers,
                f.releaseDate,
                f.after,
                f.minGapDays,
                f.maxGapDays,
                f.grouping)));
        List<Team> teamRows = new ArrayList<>();
        teams.forEach((id, f) -> teamRows.add(new Team(
                id,
                f.bcu,
                f.function,
                id,
                f.lat,
                f.lon,
                f.pattern,
                f.offset,
                decimal(f.ceilingPct),
                decimal(f.minimumStrengthPct))));
        List<StaffMember> staffRows = new ArrayList<>();
        staff.forEach((id, f) -> staffRows.add(new StaffMember(
                id,
                f.team,
                f.role,
                "PC",
                StaffMember.Employment.OFFICER,
                f.status,
                f.statusUntil,
                f.joined,
                f.leaves,
                f.pattern,
                f.offset,
                f.needs,
                f.notBefore,
                f.tags,
                f.cohort,
                f.priority)));
        List<Room> roomRows = new ArrayList<>();
        rooms.forEach(
                (id, f) -> roomRows.add(new Room(id, f.venue, f.capacity, f.pencePerSlot, f.features, f.from, f.to)));
        List<Trainer> trainerRows = new ArrayList<>();
        trainers.forEach((id, f) ->
                trainerRows.add(new Trainer(id, f.internal, f.modules, f.pencePerDay, f.maxDaysPerWeek, f.from, f.to)));
        return new DataSet(
                programme.build(),
                moduleRows,
                teamRows,
                List.copyOf(patterns.values()),
                staffRows,
                completions,
                absences,
                demand,
                calendar,
                List.copyOf(venues.values()),
                roomRows,
                roomClosures,
                trainerRows,
                trainerAbsences);
    }

    private static @Nullable BigDecimal decimal(@Nullable String text) {
        return text == null ? null : new BigDecimal(text);
    }
}
