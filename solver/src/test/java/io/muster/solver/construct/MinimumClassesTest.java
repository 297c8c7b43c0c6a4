package io.muster.solver.construct;

import static org.assertj.core.api.Assertions.assertThat;

import io.muster.data.model.DataSet;
import io.muster.data.model.TrainingModule.Grouping;
import io.muster.solver.problem.Problem;
import io.muster.solver.state.PlanState;
import io.muster.solver.support.DataSetBuilder;
import io.muster.solver.support.Fixtures;
import io.muster.solver.support.Plans;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Classes below their minimum are filled from those that can spare somebody. Requirements are in file order. */
class MinimumClassesTest {

    private static final int MINIMUM = 3;
    private static final long BELOW_MINIMUM_PENCE = 20_000;

    private final DataSetBuilder data = Fixtures.dataSet();

    private PlanState state;

    @BeforeEach
    void classesOfThree() {
        data.module(Fixtures.MODULE, module -> module.minClass = MINIMUM).programme(p -> {
            p.belowMinimumClass = BELOW_MINIMUM_PENCE;
            p.sameTeamOverShare = 0;
        });
    }

    private void people(int n) {
        for (int i = 0; i < n; i++) {
            data.staff("P" + i);
        }
    }

    private void start() {
        DataSet built = data.build();
        state = new PlanState(Problem.of(built, Plans.everythingForAll(built)));
    }

    /** Books people, by number, on the morning of a day; gives the session. */
    private int book(int day, int... people) {
        int session = state.problem().estate.sessionAt(0, day, 0);
        assertThat(new TrainerPicker(state).staff(session, 0, -1, -1)).isTrue();
        Arrays.stream(people).forEach(p -> state.book(p, session));
        return session;
    }

    private void fill() {
        new MinimumClasses(state).fill();
        assertThat(state.hardPoints()).isZero();
    }

    @Test
    void aClassIsFilledUpToItsMinimumAndNoFurther() {
        people(7);
        start();
        int small = book(0, 0);
        int large = book(1, 1, 2, 3, 4, 5, 6);
        long before = state.cost().total();

        fill();

        assertThat(state.countOf(small)).isEqualTo(MINIMUM);
        assertThat(state.countOf(large)).isEqualTo(4);
        assertThat(state.cost().total()).isEqualTo(before - BELOW_MINIMUM_PENCE);
    }

    @Test
    void aClassThatWouldBeTooSmallItselfKeepsWhomItHas() {
        people(5);
        start();
        int small = book(0, 0);
        int other = book(1, 1, 2, 3, 4);

        fill();

        assertThat(state.countOf(small)).isOne();
        assertThat(state.countOf(other)).isEqualTo(4);
    }

    @Test
    void aClassOfItsMinimumIsLeftAlone() {
        people(9);
        start();
        int full = book(0, 0, 1, 2);
        book(1, 3, 4, 5, 6, 7, 8);

        fill();

        assertThat(state.countOf(full)).isEqualTo(MINIMUM);
    }

    @Test
    void whoeverCannotComeStays() {
        people(4);
        data.staff("P4", person -> person.joined = Fixtures.TUESDAY)
                .staff("P5", person -> person.joined = Fixtures.TUESDAY)
                .staff("P6");
        start();
        int small = book(0, 0);
        book(1, 1, 2, 3, 4, 5, 6);

        fill();

        assertThat(state.countOf(small)).isEqualTo(MINIMUM);
        assertThat(state.dayOf(4)).isOne();
        assertThat(state.dayOf(5)).isOne();
    }

    @Test
    void nobodyMovesWhereItSavesNothing() {
        data.programme(p -> p.belowMinimumClass = 0);
        people(7);
        start();
        int small = book(0, 0);
        book(1, 1, 2, 3, 4, 5, 6);

        fill();

        assertThat(state.countOf(small)).isOne();
    }

    /** Four of six have another module on Tuesday: a second day for each of them would be dearer. */
    @Test
    void whoeverGivesUpADayForItComesFirst() {
        data.module("M2", module -> {})
                .trainer(Fixtures.TRAINER, trainer -> trainer.modules = List.of(Fixtures.MODULE, "M2"));
        people(7);
        start();
        int small = state.problem().estate.sessionAt(0, 0, 0);
        assertThat(new TrainerPicker(state).staff(small, 0, -1, -1)).isTrue();
        state.book(of(0, 0), small);
        int large = state.problem().estate.sessionAt(0, 1, 0);
        int afternoon = state.problem().estate.sessionAt(0, 1, 1);
        assertThat(new TrainerPicker(state).staff(large, 0, afternoon, 1)).isTrue();
        for (int p = 1; p < 7; p++) {
            state.book(of(p, 0), large);
        }
        for (int p = 1; p < 5; p++) {
            state.book(of(p, 1), afternoon);
        }

        fill();

        assertThat(state.countOf(small)).isEqualTo(MINIMUM);
        assertThat(state.sessionOf(of(5, 0))).isEqualTo(small);
        assertThat(state.sessionOf(of(6, 0))).isEqualTo(small);
    }

    private int of(int person, int module) {
        return state.problem().requirements.at[person * state.problem().curriculum.modules + module];
    }

    @Test
    void cohortsAreLeftAlone() {
        data.module(Fixtures.MODULE, module -> module.grouping = Grouping.COHORT);
        people(7);
        start();
        int small = book(0, 0);
        book(1, 1, 2, 3, 4, 5, 6);

        fill();

        assertThat(state.countOf(small)).isOne();
    }

    @Test
    void randomPlansStayValidAsFullAndBecomeNoDearer() {
        int cheaper = 0;
        for (long seed = 0; seed < 60; seed++) {
            PlanState random = randomPlan(seed);
            long shortfall = random.shortfall();
            long cost = random.cost().total();

            new MinimumClasses(random).fill();

            assertThat(random.hardPoints()).as("seed %d", seed).isZero();
            assertThat(random.shortfall()).as("seed %d", seed).isEqualTo(shortfall);
            assertThat(random.cost().total()).as("seed %d", seed).isLessThanOrEqualTo(cost);
            cheaper += random.cost().total() < cost ? 1 : 0;
        }
        assertThat(cheaper).isPositive();
    }

    /** Thirty people of two teams with tight ceilings, two modules in order, and whoever could come to ten classes. */
    private PlanState randomPlan(long seed) {
        Random random = new Random(seed);
        DataSetBuilder world = Fixtures.dataSet()
                .module(Fixtures.MODULE, module -> module.minClass = MINIMUM)
                .module("M2", module -> module.after = List.of(Fixtures.MODULE))
                .trainer(Fixtures.TRAINER, trainer -> trainer.modules = List.of(Fixtures.MODULE, "M2"))
                .team(Fixtures.TEAM, team -> team.ceilingPct = "40")
                .team("T2", team -> team.ceilingPct = "40");
        for (int i = 0; i < 30; i++) {
            String team = random.nextBoolean() ? Fixtures.TEAM : "T2";
            int day = random.nextInt(4);
            world.staff("P" + i, person -> {
                person.team = team;
                person.joined = Fixtures.MONDAY.plusDays(day);
            });
        }
        DataSet built = world.build();
        PlanState plan = new PlanState(Problem.of(built, Plans.everythingForAll(built)));
        for (int i = 0; i < 10; i++) {
            int session = plan.problem().estate.sessionAt(0, random.nextInt(10), random.nextInt(2));
            int module = i % 2;
            int seats = 1 + random.nextInt(8);
            for (int r = random.nextInt(20); r < plan.problem().requirements.count; r++) {
                boolean wanted = plan.problem().requirements.moduleOf[r] == module && !plan.isBooked(r);
                if (!wanted || plan.countOf(session) == seats || !plan.canPlace(r, session)) {
                    continue;
                }
                boolean runs = plan.countOf(session) > 0;
                if (runs ? plan.moduleOf(session) == module : new TrainerPicker(plan).staff(session, module, -1, -1)) {
                    plan.book(r, session);
                }
            }
        }
        assertThat(plan.hardPoints()).as("seed %d", seed).isZero();
        return plan;
    }
}
