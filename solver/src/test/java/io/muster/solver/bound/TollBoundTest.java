package io.muster.solver.bound;

import static org.assertj.core.api.Assertions.assertThat;

import io.muster.data.model.TrainingModule.Delivery;
import io.muster.data.plan.ScopeDecision;
import io.muster.data.plan.ScopeDecision.Decision;
import io.muster.solver.construct.Construction;
import io.muster.solver.problem.Problem;
import io.muster.solver.state.PlanState;
import io.muster.solver.support.DataSetBuilder;
import io.muster.solver.support.Fixtures;
import io.muster.solver.support.RandomWorld;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TollBoundTest {

    private final DataSetBuilder data = Fixtures.dataSet();
    private final List<ScopeDecision> scope = new ArrayList<>();

    private void require(String moduleId, String... staffIds) {
        for (String staffId : staffIds) {
            scope.add(new ScopeDecision(staffId, moduleId, Decision.IN_SCOPE, "TEST-001", "Test.", 0, null, null));
        }
    }

    /** With the same toll on bookings and trainers of every module. */
    private long bound(double trainer, long shortfall) {
        Problem problem = Problem.of(data.build(), scope);
        double[] trainers = new double[problem.curriculum.modules];
        Arrays.fill(trainers, trainer);
        double[] none = new double[problem.curriculum.modules];
        double[] noSeats = new double[problem.estate.venues];
        return bound(problem, new Tolls(problem.curriculum, noSeats, trainers, trainers, none), shortfall);
    }

    private static long bound(Problem problem, Tolls tolls, long shortfall) {
        Openings openings = new Openings(problem);
        return new TollBound(problem, openings, new Demand(problem, openings), tolls).least(shortfall);
    }

    /** One day; two people fill the two seats of a session of 5,000 and half a trainer's day of 30,000. */
    private void oneSession() {
        data.programme(p -> p.lastDay = p.firstDay)
                .room(Fixtures.ROOM, room -> room.capacity = 2)
                .staff("P1", "P2");
        require(Fixtures.MODULE, "P1", "P2");
    }

    private long sessionBound(double seat, double trainer) {
        Problem problem = Problem.of(data.build(), scope);
        return bound(
                problem,
                new Tolls(
                        problem.curriculum,
                        new double[] {seat},
                        new double[] {0},
                        new double[] {trainer},
                        new double[] {0}),
                0);
    }

    @Test
    void withoutTollsOnlyDaysArePaidFor() {
        oneSession();
        assertThat(sessionBound(0, 0)).isEqualTo(2 * 6000);
    }

    @Test
    void tollsAtWhichNobodyGainsProveTheSessionsPrice() {
        oneSession();
        assertThat(sessionBound(10_000, 15_000)).isEqualTo(2 * 6000 + 5000 + 15_000);
    }

    @Test
    void whatRoomsGainIsTakenOff() {
        oneSession();
        // Two slots of two seats, each a penny dearer than the session.
        assertThat(sessionBound(10_001, 15_000)).isEqualTo(2 * 6000 + 5000 + 15_000 + 2 - 4);
    }

    @Test
    void whatTrainersGainIsTakenOff() {
        oneSession();
        // The trainer earns 2 x 15,100 for a day of 30,000; the seats do not pay it.
        assertThat(sessionBound(10_000, 15_100)).isEqualTo(2 * 6000 + 20_000 - 200);
    }

    @Test
    void trainersGainOnTheDaysOfAWeekOnly() {
        data.programme(p -> p.lastDay = p.firstDay.plusDays(4))
                .room(Fixtures.ROOM, room -> room.capacity = 2)
                .staff("P1", "P2");
        require(Fixtures.MODULE, "P1", "P2");
        assertThat(sessionBound(10_000, 15_100)).as("four days of five").isEqualTo(2 * 6000 + 20_000 - 4 * 200);
    }

    @Test
    void aPersonTakesTheCheaperVenueOfTheDay() {
        data.programme(p -> {
                    p.lastDay = p.firstDay;
                    p.minutesPerKm = "0";
                })
                .venue("V2", 51.6, -0.12)
                .room("R2", room -> {
                    room.venue = "V2";
                    room.pencePerSlot = 1_000_000;
                })
                .room(Fixtures.ROOM, room -> room.pencePerSlot = 1_000_000)
                .staff("P1");
        require(Fixtures.MODULE, "P1");
        Problem problem = Problem.of(data.build(), scope);
        double[] none = {0};
        assertThat(bound(problem, new Tolls(problem.curriculum, new double[] {500, 0}, none, none, none), 0))
                .as("a seat of 500 at the base rather than a journey of 600")
                .isEqualTo(6500);
        assertThat(bound(problem, new Tolls(problem.curriculum, new double[] {700, 0}, none, none, none), 0))
                .isEqualTo(6600);
    }

    @Test
    void aVirtualBookingPaysNoMoreThanItsShareOfTheTrainers() {
        data.module("WEB", m -> {
                    m.delivery = Delivery.VIRTUAL;
                    m.maxClass = 10;
                })
                .trainer(Fixtures.TRAINER, trainer -> trainer.modules = List.of("WEB"))
                .staff("P1");
        require("WEB", "P1");
        assertThat(bound(15_000, 0)).isEqualTo(6000 + 1500);
    }

    @Test
    void whatMayStayUnbookedIsTakenOff() {
        data.module("PLT", m -> m.digital()).staff("P1", "P2", "P3");
        require("PLT", "P1", "P2", "P3");
        assertThat(bound(0, 0)).isEqualTo(3 * 6000);
        assertThat(bound(0, 1)).isEqualTo(2 * 6000);
        assertThat(bound(0, 3)).isZero();
    }

    @Test
    void pricesTooLargeToAddUpProveNothing() {
        data.programme(p -> p.abstractionDay = 100_000_000L)
                .module("PLT", m -> m.digital())
                .staff("P1");
        require("PLT", "P1");
        assertThat(bound(0, 0)).isZero();
    }

    @Test
    void nobodyHasFewerDaysThanAlone() {
        int compared = 0;
        for (long seed = 0; seed < 60; seed++) {
            Problem problem = RandomWorld.problem(seed, 3);
            Openings openings = new Openings(problem);
            Demand demand = new Demand(problem, openings);
            double[] none = new double[problem.curriculum.modules];
            Tolls free = new Tolls(problem.curriculum, new double[problem.estate.venues], none, none, none);
            CheapestDays cheapest = new CheapestDays(problem, openings, demand, free);
            Solo solo = new Solo(problem, openings);
            for (int p = 0; p < problem.workforce.staff; p++) {
                solo.look(p);
                long[] least = cheapest.least(p);
                for (int weight = 0; weight < least.length; weight++) {
                    if (weight < solo.loss()) {
                        assertThat(least[weight]).as("seed " + seed).isEqualTo(Long.MAX_VALUE);
                    } else if (least[weight] < Long.MAX_VALUE) {
                        int days = solo.leastDays(Math.toIntExact(weight - solo.loss()));
                        assertThat(least[weight])
                                .as("seed %d, person %d, weight %d", seed, p, weight)
                                .isGreaterThanOrEqualTo(days * problem.prices.abstractionDay * Tolls.PARTS);
                        compared++;
                    }
                }
            }
        }
        assertThat(compared).isGreaterThan(1000);
    }

    @Test
    void noTollsWhateverProveMoreThanAPlanCosts() {
        for (long seed = 0; seed < 100; seed++) {
            Problem problem = RandomWorld.problem(seed, 3);
            PlanState state = Construction.run(problem);
            Random random = new Random(seed);
            Tolls tolls = randomTolls(problem, random);
            assertThat(bound(problem, tolls, state.shortfall()))
                    .as("seed " + seed)
                    .isLessThanOrEqualTo(state.cost().total());
        }
    }

    static Tolls randomTolls(Problem problem, Random random) {
        int modules = problem.curriculum.modules;
        return new Tolls(
                problem.curriculum,
                random.doubles(problem.estate.venues, 0, 4000).toArray(),
                random.doubles(modules, 0, 3000).toArray(),
                random.doubles(modules, 0, 8000).toArray(),
                random.doubles(modules, 0, 3000).toArray());
    }
}
