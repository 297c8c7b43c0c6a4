package io.muster.solver.support;

import io.muster.data.model.DataSet;
import io.muster.data.model.DemandScope;
import io.muster.data.model.Programme.Slot;
import io.muster.data.model.TrainingModule.Delivery;
import io.muster.data.model.TrainingModule.Grouping;
import io.muster.data.plan.ScopeDecision;
import io.muster.data.plan.ScopeDecision.Decision;
import io.muster.solver.problem.Problem;
import io.muster.solver.state.Assignment;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;

/** Small data sets in which everything DATASET.md knows happens, and assignments that break every rule. */
public final class RandomWorld {

    private static final List<String> PATTERNS = List.of("OFFICE", "SHIFTS", "LATES", "NIGHTS");
    private static final List<String> FEATURES = List.of("STEP_FREE", "LOOP");

    private final Random random;
    private final int venues;
    private final List<ScopeDecision> scope = new ArrayList<>();
    private final List<String> modules = new ArrayList<>();
    private final List<String> staff = new ArrayList<>();

    private RandomWorld(long seed, int venues) {
        random = new Random(seed);
        this.venues = venues;
    }

    /** {@return the problem of a seed} */
    public static Problem problem(long seed, int venues) {
        return new RandomWorld(seed, venues).build();
    }

    private Problem build() {
        DataSetBuilder data = Fixtures.dataSet();
        boolean oneSlot = chance(8);
        programme(data, oneSlot);
        data.pattern("OFFICE", Fixtures.MONDAY, "08:00-16:00", "08:00-16:00", "08:00-16:00", "08:00-16:00", "R", "R");
        data.pattern("SHIFTS", Fixtures.MONDAY.minusDays(3), "07:00-16:30", "14:00-23:30", "22:00-07:30", "R", "R");
        data.pattern("LATES", Fixtures.MONDAY, "14:00-23:30", "14:00-02:00");
        data.pattern("NIGHTS", Fixtures.MONDAY, "22:00-07:30", "22:00-06:00", "R");
        for (int i = 1; i < venues; i++) {
            data.venue("V" + (i + 1), 51.5 + 0.09 * i, -0.12 + 0.05 * i);
        }
        for (int i = 1; i <= 3; i++) {
            int n = i;
            data.team("T" + n, team -> {
                team.bcu = n == 3 ? "B2" : "B1";
                team.pattern = pick(PATTERNS);
                team.offset = random.nextInt(7) - 3;
                team.lat = 51.5 + 0.1 * (n - 1);
                team.ceilingPct = chance(2) ? "12.5" : null;
                team.minimumStrengthPct = chance(2) ? "67" : null;
            });
        }
        modules(data, oneSlot);
        staff(data);
        estate(data);
        trainers(data);
        DataSet dataSet = withDates(data).build();
        decide(dataSet);
        return Problem.of(dataSet, scope);
    }

    private void programme(DataSetBuilder data, boolean oneSlot) {
        data.programme(p -> {
            p.lastDay = p.firstDay.plusDays(9 + random.nextInt(5));
            p.asOf = p.firstDay.minusDays(26 - random.nextInt(4));
            p.newBookingDays = 28;
            p.minRestHours = chance(2) ? "11" : "12.5";
            p.maxTrainingDaysPerStaffPerWeek = 1 + random.nextInt(2);
            p.maxTravelMinutes = 40;
            p.targetTravelMinutes = 20;
            p.restDayTraining = chance(2);
            p.ceilingPct = "50";
            p.minimumStrengthPct = "30";
            p.priorityWeek = 207;
            if (chance(3)) {
                p.trainingWeekdays = EnumSet.allOf(DayOfWeek.class);
            }
            if (oneSlot) {
                p.slots = List.of(new Slot("DAY", LocalTime.of(9, 0), LocalTime.of(16, 0)));
            } else if (chance(3)) {
                p.slots = List.of(
                        new Slot("DAY", LocalTime.of(7, 0), LocalTime.of(12, 0)),
                        new Slot("EVE", LocalTime.of(17, 0), LocalTime.of(22, 30)));
            }
        });
    }

    private void modules(DataSetBuilder data, boolean oneSlot) {
        modules.addAll(List.of(Fixtures.MODULE, "LONG", "WEB", "PLT", "GROUP", "WEBGROUP"));
        data.module(Fixtures.MODULE, m -> m.maxClass = 3);
        data.module("LONG", m -> {
            m.slots = oneSlot ? 1 : 2;
            m.trainers = 2;
            m.internalTrainers = 1;
            m.minClass = 3;
            m.after = List.of(Fixtures.MODULE);
            m.minGapDays = chance(2) ? 1 : null;
            m.maxGapDays = chance(2) ? 4 : null;
        });
        data.module("WEB", m -> {
            m.delivery = Delivery.VIRTUAL;
            m.maxClass = 6;
            m.after = chance(2) ? List.of("PLT", Fixtures.MODULE) : List.of("PLT");
        });
        data.module("PLT", m -> {
            m.digital();
            m.releaseDate = Fixtures.TUESDAY;
        });
        data.module("GROUP", m -> {
            m.grouping = Grouping.COHORT;
            m.maxClass = 8;
            m.trainers = chance(3) ? 0 : 1;
        });
        data.module("WEBGROUP", m -> {
            m.delivery = Delivery.VIRTUAL;
            m.grouping = Grouping.COHORT;
            m.internalTrainers = 1;
        });
    }

    private void staff(DataSetBuilder data) {
        int heads = 9 + random.nextInt(12);
        for (int i = 0; i < heads; i++) {
            String id = "P" + i;
            staff.add(id);
            data.staff(id, p -> {
                p.team = "T" + (1 + random.nextInt(3));
                p.cohort = chance(2) ? "C" + random.nextInt(3) : null;
                p.needs = chance(3) ? List.of(pick(FEATURES)) : List.of();
                p.notBefore = chance(4) ? LocalTime.of(10, 0) : null;
                p.pattern = chance(4) ? pick(PATTERNS) : null;
                p.offset = chance(4) ? random.nextInt(5) : null;
                p.joined = chance(8) ? date() : null;
                p.leaves = chance(8) ? date() : null;
                if (chance(8)) {
                    p.status = "SICK";
                    p.statusUntil = chance(2) ? date() : null;
                }
            });
            if (chance(3)) {
                LocalDate from = date();
                data.absence(id, from + "T11:00", from.plusDays(random.nextInt(2)) + "T23:45");
                data.absence(id, from + "T08:00", from + "T11:00");
            }
        }
    }

    private void estate(DataSetBuilder data) {
        for (int i = 1; i <= 4; i++) {
            int n = i;
            data.room("R" + n, room -> {
                room.venue = "V" + (1 + random.nextInt(venues));
                room.capacity = 2 + random.nextInt(5);
                room.pencePerSlot = 1000 + random.nextInt(500);
                room.features = chance(2) ? FEATURES : List.of(pick(FEATURES));
                room.from = chance(5) ? date() : null;
                room.to = chance(5) ? date() : null;
            });
        }
    }

    private void trainers(DataSetBuilder data) {
        for (int i = 1; i <= 5; i++) {
            int n = i;
            data.trainer("X" + n, trainer -> {
                trainer.internal = n % 2 == 0;
                trainer.modules = modules.stream().filter(m -> chance(2)).toList();
                trainer.maxDaysPerWeek = 1 + random.nextInt(3);
                trainer.pencePerDay = 10_000 + random.nextInt(1000);
                trainer.from = chance(5) ? date() : null;
                trainer.to = chance(5) ? date() : null;
            });
        }
    }

    private DataSetBuilder withDates(DataSetBuilder data) {
        LocalDate closed = date();
        LocalDate away = date();
        LocalDate freeze = date();
        return data.calendar(date(), "CLOSED")
                .calendar(date(), "FESTIVAL")
                .closure("R1", closed, closed.plusDays(2))
                .trainerAbsence("X1", away, away.plusDays(3))
                .demand(DemandScope.Kind.BCU, "B1", freeze, freeze.plusDays(1), "0")
                .demand(DemandScope.Kind.ALL, "", date(), Fixtures.LAST_DAY, "0.5");
    }

    private void decide(DataSet dataSet) {
        for (String staffId : staff) {
            for (String moduleId : modules) {
                int kind = random.nextInt(20);
                Decision decision = kind == 0
                        ? Decision.OUT_OF_SCOPE
                        : kind == 1 ? Decision.CREDITED : kind <= 4 ? Decision.DEFERRED : Decision.IN_SCOPE;
                LocalDate earliest = chance(5) ? date() : null;
                LocalDate latest = chance(5) ? date() : null;
                if (kind != 5) {
                    scope.add(new ScopeDecision(
                            staffId, moduleId, decision, "SCOPE-001", "because", random.nextInt(3), earliest, latest));
                }
            }
        }
    }

    private LocalDate date() {
        return Fixtures.MONDAY.plusDays(random.nextInt(14));
    }

    private boolean chance(int oneIn) {
        return random.nextInt(oneIn) == 0;
    }

    private <T> T pick(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }

    /** {@return the scope decisions of a seed} */
    public static List<ScopeDecision> scope(long seed, int venues) {
        RandomWorld world = new RandomWorld(seed, venues);
        world.build();
        return world.scope;
    }

    /**
     * An assignment that a plan can say: modules of bookings and sessions agree, and two-slot sessions stand at the
     * first slot. Every other rule may be broken, and modules may be at places that do not suit them.
     *
     * @param density of ten requirements how many are booked
     */
    public static Assignment sayable(Problem problem, long seed, int density) {
        return sayable(problem, seed, density, false);
    }

    /**
     * An assignment that a plan can say, in which every module is at a place that suits it: face to face in rooms of the
     * data set, virtual in virtual ones, digital at its own.
     *
     * @param density of ten requirements how many are booked
     */
    public static Assignment suiting(Problem problem, long seed, int density) {
        return sayable(problem, seed, density, true);
    }

    private static Assignment sayable(Problem problem, long seed, int density, boolean suiting) {
        Random random = new Random(seed);
        Assignment assignment = Assignment.empty(problem);
        List<List<Integer>> sessionsOf = new ArrayList<>();
        for (int m = 0; m < problem.curriculum.modules; m++) {
            sessionsOf.add(new ArrayList<>());
        }
        int share = 2 + random.nextInt(4);
        for (int s = 0; s < problem.estate.sessions; s++) {
            boolean digital = problem.estate.isDigital(s);
            if (random.nextInt(digital ? 8 : share) == 0) {
                int module = random.nextInt(problem.curriculum.modules);
                if (fits(problem, module, s) && (!suiting || suits(problem, module, s))) {
                    assignment.moduleOf()[s] = module;
                }
            }
            int module = assignment.moduleOf()[s];
            if (module >= 0 && fits(problem, module, s)) {
                sessionsOf.get(module).add(s);
            }
        }
        for (int k = 0; k < assignment.trainerAt().length; k++) {
            assignment.trainerAt()[k] = random.nextInt(problem.cadre.trainers + 1) - 1;
        }
        for (int r = 0; r < problem.requirements.count; r++) {
            List<Integer> sessions = sessionsOf.get(problem.requirements.moduleOf[r]);
            int few = Math.min(sessions.size(), 1 + random.nextInt(12));
            if (few > 0 && random.nextInt(10) < density) {
                assignment.sessionOf()[r] = sessions.get(random.nextInt(few) * sessions.size() / few);
            }
        }
        return assignment;
    }

    private static boolean fits(Problem problem, int module, int session) {
        return problem.curriculum.slots[module] == 1 || problem.estate.slotOf(session) == 0;
    }

    /** {@return whether a module is at a place of its kind} */
    public static boolean suits(Problem problem, int module, int session) {
        if (problem.estate.isDigital(session)) {
            return problem.estate.digitalModule(session) == module;
        }
        boolean inRoom = problem.estate.roomOf(session) < problem.estate.realRooms;
        return problem.curriculum.delivery[module] == (inRoom ? Delivery.FACE_TO_FACE : Delivery.VIRTUAL);
    }

    /**
     * An assignment in which every module is at a place that suits it, and nothing else makes sense: bookings are in
     * sessions of other modules and of none, and two-slot modules start late.
     */
    public static Assignment careless(Problem problem, long seed) {
        Random random = new Random(seed);
        Assignment assignment = senseless(problem, seed);
        for (int s = 0; s < problem.estate.sessions; s++) {
            int module = random.nextInt(problem.curriculum.modules);
            boolean digital = problem.estate.isDigital(s);
            assignment.moduleOf()[s] =
                    digital ? problem.estate.digitalModule(s) : suits(problem, module, s) ? module : -1;
        }
        return assignment;
    }

    /** {@return an assignment of values picked without any sense} */
    public static Assignment senseless(Problem problem, long seed) {
        Random random = new Random(seed);
        Assignment assignment = Assignment.empty(problem);
        for (int s = 0; s < problem.estate.sessions; s++) {
            assignment.moduleOf()[s] = random.nextInt(problem.curriculum.modules + 1) - 1;
        }
        for (int k = 0; k < assignment.trainerAt().length; k++) {
            assignment.trainerAt()[k] = random.nextInt(problem.cadre.trainers + 1) - 1;
        }
        for (int r = 0; r < problem.requirements.count; r++) {
            // One in four sessions, so that several requirements meet in one.
            assignment.sessionOf()[r] = random.nextInt(problem.estate.sessions) / 4 * 4 - 1;
        }
        return assignment;
    }
}
