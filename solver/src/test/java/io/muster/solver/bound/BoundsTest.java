package io.muster.solver.bound;

import static org.assertj.core.api.Assertions.assertThat;

import io.muster.data.model.DataSet;
import io.muster.data.model.DemandScope;
import io.muster.data.model.TrainingModule.Delivery;
import io.muster.data.model.TrainingModule.Grouping;
import io.muster.data.plan.PlanSummary.LowerBounds;
import io.muster.data.plan.ScopeDecision;
import io.muster.data.plan.ScopeDecision.Decision;
import io.muster.data.sample.SampleGenerator;
import io.muster.data.sample.SampleProgramme;
import io.muster.solver.construct.Construction;
import io.muster.solver.problem.Problem;
import io.muster.solver.state.PlanState;
import io.muster.solver.support.DataSetBuilder;
import io.muster.solver.support.Fixtures;
import io.muster.solver.support.Plans;
import io.muster.solver.support.RandomWorld;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class BoundsTest {

    private final DataSetBuilder data = Fixtures.dataSet();
    private final List<ScopeDecision> scope = new ArrayList<>();

    private void require(String moduleId, int priority, String... staffIds) {
        for (String staffId : staffIds) {
            decide(staffId, moduleId, Decision.IN_SCOPE, priority, null);
        }
    }

    private void decide(String staffId, String moduleId, Decision decision, int priority, @Nullable LocalDate latest) {
        scope.add(new ScopeDecision(staffId, moduleId, decision, "TEST-001", "Test.", priority, null, latest));
    }

    private LowerBounds bounds(long shortfall) {
        return Bounds.of(Problem.of(data.build(), scope), shortfall);
    }

    @Nested
    class CoverageShortfall {

        private void expectAfter(long expected, Consumer<DataSetBuilder> change) {
            data.staff("P1");
            require(Fixtures.MODULE, 2, "P1");
            assertThat(bounds(0).coverageShortfall()).isZero();
            change.accept(data);
            assertThat(bounds(0).coverageShortfall()).isEqualTo(expected);
        }

        @Test
        void countsWhoIsNeverOnDuty() {
            expectAfter(3, world -> world.pattern(Fixtures.PATTERN, Fixtures.MONDAY, "R"));
        }

        @Test
        void countsWhoIsAlwaysAway() {
            expectAfter(3, world -> world.absence("P1", "2025-04-01T00:00", "2025-06-01T00:00"));
        }

        @Test
        void countsWhoIsNeverRested() {
            // Sunday's duty ends on Monday at 07:30, and Sunday, no training day, cannot be booked instead.
            expectAfter(
                    3,
                    world -> world.programme(p -> p.trainingWeekdays = EnumSet.of(DayOfWeek.MONDAY))
                            .pattern(Fixtures.PATTERN, Fixtures.MONDAY, "22:00-07:30"));
        }

        @Test
        void countsWhoseTeamMayNeverSpareAnybody() {
            expectAfter(
                    3,
                    world -> world.demand(
                            DemandScope.Kind.TEAM, Fixtures.TEAM, Fixtures.MONDAY, Fixtures.LAST_DAY, "0"));
        }

        @Test
        void countsWhoReachesNoRoom() {
            expectAfter(3, world -> world.venue("V2", 53, 0).room(Fixtures.ROOM, room -> room.venue = "V2"));
        }

        @Test
        void countsWhomNoOpenRoomSuits() {
            expectAfter(3, world -> world.staff("P1", p -> p.needs = List.of("LOOP")));
        }

        @Test
        void countsWhereNoRoomIsOpen() {
            expectAfter(3, world -> world.closure(Fixtures.ROOM, Fixtures.MONDAY, Fixtures.LAST_DAY));
        }

        @Test
        void countsWhereTrainersAreTooFew() {
            expectAfter(3, world -> world.module(Fixtures.MODULE, m -> m.trainers = 2));
        }

        @Test
        void countsWhereInternalTrainersAreTooFew() {
            expectAfter(
                    3,
                    world -> world.module(Fixtures.MODULE, m -> m.internalTrainers = 1)
                            .trainer(Fixtures.TRAINER, trainer -> trainer.internal = false));
        }

        @Test
        void countsWhereTrainersDeliverOnNoDay() {
            expectAfter(3, world -> world.trainer(Fixtures.TRAINER, trainer -> trainer.maxDaysPerWeek = 0));
        }

        @Test
        void countsDatesWithoutATrainingDay() {
            expectAfter(3, world -> world.module(Fixtures.MODULE, m -> m.releaseDate = Fixtures.LAST_DAY.plusDays(1)));
        }

        @Test
        void countsWhatAnUndecidedModuleBlocks() {
            expectAfter(3, world -> world.module("M0", m -> {}).module(Fixtures.MODULE, m -> m.after = List.of("M0")));
        }

        @Test
        void countsTheCheapestOfTooManyForTheDays() {
            data.staff("P1")
                    .module("M2", m -> {})
                    .module("M3", m -> {})
                    .trainer(Fixtures.TRAINER, trainer -> trainer.modules = List.of("M1", "M2", "M3"))
                    .absence("P1", "2025-04-08T00:00", "2025-06-01T00:00");
            require("M1", 0, "P1");
            require("M2", 2, "P1");
            assertThat(bounds(0).coverageShortfall()).isZero();
            require("M3", 1, "P1");
            assertThat(bounds(0).coverageShortfall())
                    .as("two of three fit the Monday")
                    .isEqualTo(1);
        }

        @Test
        void takesTheLargerModulesToBeLeftOut() {
            data.staff("P1")
                    .module("M2", m -> {})
                    .module("LONG", m -> m.slots = 2)
                    .trainer(Fixtures.TRAINER, trainer -> trainer.modules = List.of("M1", "M2", "LONG"))
                    .absence("P1", "2025-04-08T00:00", "2025-06-01T00:00");
            require("M1", 1, "P1");
            require("M2", 1, "P1");
            require("LONG", 1, "P1");
            assertThat(bounds(0).coverageShortfall()).as("LONG alone is enough").isEqualTo(2);
        }

        @Test
        void asksForRestAfterANeighbourThatCannotBeBooked() {
            // Monday's late duty is worked in part, so that it cannot be booked and leaves no rest before Tuesday.
            expectAfter(
                    3,
                    world -> world.pattern(Fixtures.PATTERN, Fixtures.MONDAY, "14:00-23:30")
                            .programme(p -> p.lastDay = p.firstDay.plusDays(1))
                            .absence("P1", "2025-04-07T09:00", "2025-04-07T15:00")
                            .absence("P1", "2025-04-08T13:00", "2025-04-08T14:00"));
        }

        @Test
        void countsTheTrainingDaysOfAWeek() {
            data.programme(p -> {
                        p.lastDay = p.firstDay.plusDays(4);
                        p.maxTrainingDaysPerStaffPerWeek = 1;
                    })
                    .module("M2", m -> {})
                    .module("M3", m -> {})
                    .trainer(Fixtures.TRAINER, trainer -> trainer.modules = List.of("M1", "M2", "M3"))
                    .staff("P1");
            for (String module : List.of("M1", "M2", "M3")) {
                require(module, 1, "P1");
            }
            assertThat(bounds(0).coverageShortfall()).isEqualTo(2);
        }

        @Test
        void keepsTheOrderOfModules() {
            data.module("M0", m -> {})
                    .module(Fixtures.MODULE, m -> m.after = List.of("M0"))
                    .trainer(Fixtures.TRAINER, trainer -> trainer.modules = List.of("M0", "M1"))
                    .staff("P1")
                    .absence("P1", "2025-04-07T00:00", "2025-04-07T13:00");
            decide("P1", "M1", Decision.IN_SCOPE, 0, Fixtures.MONDAY);
            require("M0", 0, "P1");
            assertThat(bounds(0).coverageShortfall())
                    .as("the afternoon alone is too short for both, and M1 is not without M0")
                    .isEqualTo(1);
        }

        @Test
        void countsWhatATeamsCeilingCosts() {
            data.programme(p -> p.lastDay = p.firstDay)
                    .team(Fixtures.TEAM, team -> team.ceilingPct = "50")
                    .staff("P1", "P2", "P3", "P4");
            require(Fixtures.MODULE, 2, "P1", "P2");
            require(Fixtures.MODULE, 0, "P3", "P4");
            assertThat(bounds(0).coverageShortfall())
                    .as("two places, for the urgent")
                    .isEqualTo(2);
        }

        @Test
        void countsWhatTooFewSeatsLeaveOut() {
            data.programme(p -> p.lastDay = p.firstDay)
                    .room(Fixtures.ROOM, room -> room.capacity = 1)
                    .staff("P1", "P2", "P3");
            require(Fixtures.MODULE, 2, "P1");
            require(Fixtures.MODULE, 1, "P2");
            require(Fixtures.MODULE, 0, "P3");
            assertThat(bounds(0).coverageShortfall()).isEqualTo(1);
        }

        /** Four seats for seven; of the urgent, who has two half-days for three modules, one is among the three left out. */
        @Test
        void countsTheUrgentWhomTheirOwnDaysLeaveOutAmongThoseWithoutASeat() {
            data.programme(p -> p.lastDay = p.firstDay)
                    .module("M2", m -> {})
                    .module("M3", m -> {})
                    .trainer(Fixtures.TRAINER, trainer -> trainer.modules = List.of("M1", "M2", "M3"))
                    .room(Fixtures.ROOM, room -> room.capacity = 2)
                    .staff("P1", "P2", "P3", "P4", "P5");
            require("M1", 1, "P1");
            require("M2", 1, "P1");
            require("M3", 1, "P1");
            require("M1", 0, "P2", "P3", "P4", "P5");
            assertThat(bounds(0).coverageShortfall()).isEqualTo(2 + 1 + 1);
        }

        @Test
        void countsWhatTooFewTrainerDaysLeaveOut() {
            data.module("M2", m -> {})
                    .programme(p -> p.lastDay = p.firstDay.plusDays(1))
                    .trainer(Fixtures.TRAINER, trainer -> {
                        trainer.modules = List.of("M1", "M2");
                        trainer.maxDaysPerWeek = 1;
                    })
                    .room(Fixtures.ROOM, room -> room.capacity = 2)
                    .staff("P1", "P2", "P3");
            require("M1", 0, "P1", "P2", "P3");
            require("M2", 0, "P1", "P2", "P3");
            assertThat(bounds(0).coverageShortfall()).as("four seats of six").isEqualTo(2);
        }

        @Test
        void takesABookedNeighbourToGiveRest() {
            data.staff("P1")
                    .pattern(Fixtures.PATTERN, Fixtures.MONDAY, "14:00-23:30")
                    .module(Fixtures.MODULE, m -> m.releaseDate = Fixtures.TUESDAY)
                    .programme(p -> p.lastDay = Fixtures.TUESDAY)
                    .module("PLT", m -> m.digital())
                    .absence("P1", "2025-04-08T13:00", "2025-04-08T14:00");
            require(Fixtures.MODULE, 0, "P1");
            assertThat(bounds(0).coverageShortfall())
                    .as("Tuesday morning after Monday's late duty leaves no rest")
                    .isEqualTo(1);
            require("PLT", 0, "P1");
            assertThat(bounds(0).coverageShortfall())
                    .as("unless Monday is booked")
                    .isZero();
        }
    }

    @Nested
    class Cost {

        @Test
        void addsDaysJourneysRoomsAndTrainers() {
            data.venue("V2", 51.6, -0.12)
                    .room(Fixtures.ROOM, room -> room.venue = "V2")
                    .programme(p -> p.minutesPerKm = "0")
                    .module("M2", m -> {})
                    .module("M3", m -> {})
                    .trainer(Fixtures.TRAINER, trainer -> trainer.modules = List.of("M1", "M2", "M3"))
                    .staff("P1", "P2");
            for (String module : List.of("M1", "M2", "M3")) {
                require(module, 0, "P1", "P2");
            }
            long day = 6000 + 15 * 40;
            long session = 5000 + 30_000 / 2;
            assertThat(bounds(0).cost()).isEqualTo(2 * 2 * day + 3 * session);
            assertThat(bounds(1).cost()).isEqualTo(3 * day + 3 * session);
            assertThat(bounds(2).cost())
                    .as("four seats, in two sessions or more")
                    .isBetween(2 * day, 2 * (day + session));
            assertThat(bounds(9).cost()).isZero();
        }

        @Test
        void theCheapRoomAndTheFreeTrainerHaveSoManyDays() {
            // One day: the free room and trainer hold two sessions of one; the third takes the dear ones for a slot.
            data.programme(p -> p.lastDay = p.firstDay)
                    .module(Fixtures.MODULE, m -> m.maxClass = 1)
                    .room(Fixtures.ROOM, room -> room.pencePerSlot = 0)
                    .room("R2", room -> room.pencePerSlot = 700_000)
                    .trainer(Fixtures.TRAINER, trainer -> trainer.pencePerDay = 0)
                    .trainer("X2", trainer -> {
                        trainer.modules = List.of(Fixtures.MODULE);
                        trainer.pencePerDay = 500_000;
                    })
                    .staff("P1", "P2", "P3");
            require(Fixtures.MODULE, 0, "P1", "P2", "P3");
            long exact = 3 * 6000 + 700_000 + 500_000 / 2;
            // Floating point is allowed for by a hundred-thousandth.
            assertThat(bounds(0).cost()).isBetween(exact - exact / 100_000 - 2, exact);
        }

        @Test
        void aFullVenueSendsPeopleToTheNext() {
            data.programme(p -> {
                        p.lastDay = p.firstDay;
                        p.minutesPerKm = "0";
                    })
                    .venue("V2", 51.6, -0.12)
                    .module(Fixtures.MODULE, m -> m.maxClass = 2)
                    .room(Fixtures.ROOM, room -> {
                        room.capacity = 1;
                        room.pencePerSlot = 0;
                    })
                    .room("R2", room -> {
                        room.venue = "V2";
                        room.capacity = 2;
                        room.pencePerSlot = 0;
                    })
                    .trainer(Fixtures.TRAINER, trainer -> trainer.pencePerDay = 0)
                    .trainer("X2", trainer -> {
                        trainer.modules = List.of(Fixtures.MODULE);
                        trainer.pencePerDay = 0;
                    })
                    .staff("P1", "P2", "P3", "P4");
            require(Fixtures.MODULE, 0, "P1", "P2", "P3", "P4");
            // Two have a seat at their base; two seats elsewhere are half of a day's each at least.
            long exact = 4 * 6000 + 2 * 15 * 40 / 2;
            assertThat(bounds(0).cost()).isBetween(exact - 2, exact);
        }

        @Test
        void priorityWaitsForTheFirstDayPossible() {
            data.programme(p -> p.priorityWeek = 500)
                    .module("PLT", m -> {
                        m.digital();
                        m.releaseDate = Fixtures.MONDAY.plusWeeks(3);
                    })
                    .staff("P1");
            require("PLT", 2, "P1");
            assertThat(bounds(0).cost()).isEqualTo(6000 + 2 * 3 * 500);
        }

        @Test
        void priorityWaitsForTheGapAfterWhatComesBefore() {
            data.programme(p -> p.priorityWeek = 500)
                    .module("M0", m -> m.digital())
                    .module("PLT", m -> {
                        m.digital();
                        m.after = List.of("M0");
                    })
                    .staff("P1");
            require("M0", 2, "P1");
            require("PLT", 2, "P1");
            assertThat(bounds(0).cost()).as("both on the first day").isEqualTo(6000);
            data.module("PLT", m -> m.minGapDays = 14);
            assertThat(bounds(0).cost()).isEqualTo(2 * 6000 + 2 * 2 * 500);
        }

        private void twoCohorts() {
            data.module(Fixtures.MODULE, m -> m.grouping = Grouping.COHORT)
                    .staff("P1", p -> p.cohort = "C1")
                    .staff("P2", p -> p.cohort = "C1")
                    .staff("P3", p -> p.cohort = "C2");
            require(Fixtures.MODULE, 0, "P1", "P2", "P3");
        }

        @Test
        void everyCohortHasItsOwnSessionWithItsEmptySeats() {
            twoCohorts();
            // 17 of the room's 20 seats are to be filled.
            long session = 5000 + 30_000 / 2;
            assertThat(bounds(0).cost()).isEqualTo(3 * 6000 + 2 * session + (15 + 16) * 500);
            assertThat(bounds(1).cost())
                    .as("a point of weight may be the cohort of one")
                    .isEqualTo(2 * 6000 + 2 * session + (15 + 16) * 500 - (session + 16 * 500));
        }

        @Test
        void aCohortTakesTheRoomThatCostsLeastWithItsEmptySeats() {
            twoCohorts();
            data.room("SMALL", room -> {
                room.capacity = 2;
                room.pencePerSlot = 6000;
            });
            assertThat(bounds(0).cost()).isEqualTo(3 * 6000 + 2 * (6000 + 15_000) + 500);
        }

        @Test
        void whoeverHasNoCohortMayFillItsSeats() {
            twoCohorts();
            data.staff("P4");
            require(Fixtures.MODULE, 0, "P4");
            assertThat(bounds(0).cost()).isEqualTo(4 * 6000 + 2 * (5000 + 15_000));
        }

        @Test
        void theReportAddsUpToTheBound() {
            data.staff("P1", "P2");
            require(Fixtures.MODULE, 1, "P1", "P2");
            BoundReport report = Bounds.report(Problem.of(data.build(), scope), 0);
            assertThat(report.bounds()).isEqualTo(bounds(0));
            assertThat(report.parts())
                    .extracting(BoundReport.Part::line)
                    .containsExactly("abstraction", "priority", "room", "trainer", "travel", "seats", "together");
            assertThat(report.parts())
                    .extracting(BoundReport.Part::pence)
                    .as("the only session costs its whole hire and half a trainer's day")
                    .containsExactly(2 * 6000L, 0L, 5000L, 15_000L, 0L, 0L, 0L);
        }

        @Test
        void splitsASessionThatNoRoomHolds() {
            data.module(Fixtures.MODULE, m -> m.maxClass = 5)
                    .room(Fixtures.ROOM, room -> room.capacity = 2)
                    .room("BIG", room -> {
                        room.capacity = 9;
                        room.to = Fixtures.MONDAY.minusDays(1);
                        room.pencePerSlot = 1;
                    })
                    .staff("P1", "P2", "P3");
            require(Fixtures.MODULE, 0, "P1", "P2", "P3");
            assertThat(bounds(0).cost()).as("the big room never opens").isEqualTo(3 * 6000 + 2 * (5000 + 15_000));
        }

        @Test
        void aVirtualModuleHasNeitherHireNorJourney() {
            data.module("WEB", m -> {
                        m.delivery = Delivery.VIRTUAL;
                        m.maxClass = 2;
                        m.trainers = 2;
                        m.slots = 2;
                    })
                    .trainer(Fixtures.TRAINER, trainer -> trainer.modules = List.of("WEB"))
                    .trainer("X2", trainer -> {
                        trainer.modules = List.of("WEB");
                        trainer.pencePerDay = 20_000;
                    })
                    .staff("P1", "P2", "P3");
            require("WEB", 0, "P1", "P2", "P3");
            assertThat(bounds(0).cost()).isEqualTo(3 * 6000 + 2 * 2 * 20_000);
        }

        @Test
        void digitalLearningTakesADayOnly() {
            data.module("PLT", m -> m.digital()).staff("P1");
            require("PLT", 0, "P1");
            assertThat(bounds(0).cost()).isEqualTo(6000);
            require(Fixtures.MODULE, 0, "P1");
            assertThat(bounds(0).cost()).isEqualTo(6000 + 5000 + 15_000);
        }
    }

    /** Every plan of worlds small enough to try them all. */
    @Test
    void noPlanOfATinyWorldGoesBelow() {
        int tightCoverage = 0;
        int plans = 0;
        for (long seed = 0; seed < 150; seed++) {
            Problem problem = tinyWorld(new Random(seed));
            Map<Long, Long> cheapest = new Exhaustion(problem).run();
            long least = cheapest.keySet().iterator().next();
            Openings openings = new Openings(problem);
            Demand demand = new Demand(problem, openings);
            Tolls tolls = TollBoundTest.randomTolls(problem, new Random(seed));
            for (Map.Entry<Long, Long> plan : cheapest.entrySet()) {
                LowerBounds bounds = Bounds.of(problem, plan.getKey());
                assertThat(bounds.coverageShortfall()).as("seed " + seed).isLessThanOrEqualTo(plan.getKey());
                assertThat(bounds.cost())
                        .as("seed " + seed + ", shortfall " + plan.getKey())
                        .isLessThanOrEqualTo(plan.getValue());
                assertThat(new TollBound(problem, openings, demand, tolls).least(plan.getKey()))
                        .as("any tolls, seed " + seed + ", shortfall " + plan.getKey())
                        .isLessThanOrEqualTo(plan.getValue());
                tightCoverage += least > 0 && bounds.coverageShortfall() == least ? 1 : 0;
                plans++;
            }
        }
        assertThat(plans).as("worlds have several shortfalls each").isGreaterThan(400);
        assertThat(tightCoverage).as("the bound is often reached").isGreaterThan(100);
    }

    private static Problem tinyWorld(Random random) {
        boolean longAway = random.nextBoolean();
        DataSetBuilder world = Fixtures.dataSet()
                .programme(p -> {
                    p.lastDay = p.firstDay.plusDays(random.nextInt(2));
                    p.behindTrajectory = 0;
                    p.restDayTraining = random.nextInt(4) == 0;
                    p.minutesPerKm = "0";
                })
                .venue("V2", 51.6, -0.12)
                .room(Fixtures.ROOM, room -> room.capacity = 1 + random.nextInt(2))
                .module(Fixtures.MODULE, m -> m.trainers = random.nextInt(2))
                .module("LONG", m -> m.slots = 2)
                .module("WEB", m -> {
                    m.delivery = Delivery.VIRTUAL;
                    m.maxClass = 2;
                    m.trainers = random.nextInt(2);
                    m.after = random.nextInt(3) == 0 ? List.of(Fixtures.MODULE) : List.of();
                })
                .module("PLT", m -> m.digital())
                .pattern("SHIFTS", Fixtures.MONDAY, "07:00-16:30", "14:00-23:30", "R")
                .trainer(Fixtures.TRAINER, trainer -> {
                    trainer.modules = List.of(Fixtures.MODULE, "LONG", "WEB");
                    trainer.maxDaysPerWeek = random.nextInt(3);
                })
                .team("T2", team -> {
                    team.lat = 51.6;
                    team.pattern = "SHIFTS";
                    team.offset = random.nextInt(3);
                    team.ceilingPct = "50";
                });
        if (random.nextBoolean()) {
            world.room("R2", room -> {
                room.venue = "V2";
                room.capacity = 1;
                room.pencePerSlot = 1000;
            });
        }
        for (String id : List.of("P1", "P2")) {
            world.staff(id, p -> {
                p.team = random.nextBoolean() ? "T2" : Fixtures.TEAM;
                p.joined = random.nextInt(6) == 0 ? Fixtures.TUESDAY : null;
            });
            if (longAway && random.nextBoolean()) {
                world.absence(id, "2025-04-07T13:00", "2025-04-07T23:45");
            }
        }
        DataSet dataSet = world.build();
        List<ScopeDecision> scope = new ArrayList<>();
        List<ScopeDecision> all = new ArrayList<>(Plans.everythingForAll(dataSet));
        Collections.shuffle(all, random);
        for (ScopeDecision one : all.subList(0, 3)) {
            scope.add(new ScopeDecision(
                    one.staffId(),
                    one.moduleId(),
                    Decision.IN_SCOPE,
                    "TEST-001",
                    "Test.",
                    random.nextInt(3),
                    null,
                    random.nextInt(6) == 0 ? Fixtures.MONDAY : null));
        }
        // What is not required is out of scope, so that it blocks nothing, or sometimes deferred.
        for (ScopeDecision one : all.subList(3, all.size())) {
            Decision decision = random.nextInt(6) == 0 ? Decision.DEFERRED : Decision.OUT_OF_SCOPE;
            scope.add(new ScopeDecision(one.staffId(), one.moduleId(), decision, "TEST-001", "Test.", 0, null, null));
        }
        return Problem.of(dataSet, scope);
    }

    /** Tries every choice of session for every requirement, and of trainers for what then runs. */
    private static final class Exhaustion {

        private final Problem problem;
        private final PlanState state;
        private final Map<Long, Long> cheapest = new TreeMap<>();

        Exhaustion(Problem problem) {
            this.problem = problem;
            state = new PlanState(problem);
        }

        /** {@return the cheapest cost of each shortfall that a valid plan has} */
        Map<Long, Long> run() {
            book(0);
            return cheapest;
        }

        private void book(int r) {
            if (r == problem.requirements.count) {
                staff(0);
                return;
            }
            book(r + 1);
            int module = problem.requirements.moduleOf[r];
            for (int s = 0; s < problem.estate.sessions; s++) {
                if (!RandomWorld.suits(problem, module, s) || (state.countOf(s) > 0 && state.moduleOf(s) != module)) {
                    continue;
                }
                if (!problem.estate.isDigital(s) && state.countOf(s) == 0) {
                    state.setModule(s, module);
                }
                state.book(r, s);
                book(r + 1);
                state.unbook(r);
            }
        }

        private void staff(int session) {
            if (session == problem.estate.digitalBase) {
                if (state.hardPoints() == 0) {
                    cheapest.merge(state.shortfall(), state.cost().total(), Math::min);
                }
                return;
            }
            if (state.countOf(session) == 0 || problem.curriculum.trainers[state.moduleOf(session)] == 0) {
                staff(session + 1);
                return;
            }
            for (int t = 0; t < problem.cadre.trainers; t++) {
                state.setTrainer(session, 0, t);
                staff(session + 1);
            }
            state.setTrainer(session, 0, -1);
        }
    }

    @Test
    void noConstructedPlanOfARandomWorldGoesBelow() {
        for (long seed = 0; seed < 150; seed++) {
            expectBelow(RandomWorld.problem(seed, 3));
        }
    }

    @ParameterizedTest
    @EnumSource
    void noConstructedPlanOfASampleProgrammeGoesBelow(SampleProgramme programme) {
        DataSet dataSet = SampleGenerator.generate(programme, programme.minPeople() * 2, 8);
        expectBelow(Problem.of(dataSet, Plans.scopeByRules(dataSet)));
    }

    private static void expectBelow(Problem problem) {
        PlanState state = Construction.run(problem);
        LowerBounds bounds = Bounds.of(problem, state.shortfall());
        assertThat(bounds.coverageShortfall()).isLessThanOrEqualTo(state.shortfall());
        assertThat(bounds.cost()).isLessThanOrEqualTo(state.cost().total());
    }
}
