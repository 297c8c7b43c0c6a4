package io.muster.solver.construct;

import static org.assertj.core.api.Assertions.assertThat;

import io.muster.data.model.DataSet;
import io.muster.data.model.TrainingModule.Grouping;
import io.muster.solver.problem.Problem;
import io.muster.solver.state.PlanState;
import io.muster.solver.support.DataSetBuilder;
import io.muster.solver.support.Fixtures;
import io.muster.solver.support.Plans;
import io.muster.solver.support.RandomWorld;
import org.junit.jupiter.api.Test;

/** Thin classes are closed where others have seats for all who come. */
class ThinSessionsTest {

    private final DataSetBuilder data = Fixtures.dataSet();

    private PlanState state;

    private void start() {
        DataSet built = data.build();
        state = new PlanState(Problem.of(built, Plans.everythingForAll(built)));
    }

    private int book(int person, int day) {
        int session = state.problem().estate.sessionAt(0, day, 0);
        if (state.countOf(session) == 0) {
            assertThat(new TrainerPicker(state).staff(session, 0, -1, -1)).isTrue();
        }
        state.book(person, session);
        return session;
    }

    @Test
    void twoThinClassesBecomeOne() {
        data.staff("P0", "P1", "P2");
        start();
        int thinner = book(0, 0);
        int other = book(1, 1);
        book(2, 1);

        new ThinSessions(state).close();

        assertThat(state.countOf(thinner)).isZero();
        assertThat(state.countOf(other)).isEqualTo(3);
        assertThat(state.hardPoints()).isZero();
    }

    @Test
    void aClassStaysWhereSomebodyCannotComeAnotherDay() {
        data.staff("P0", person -> person.leaves = Fixtures.TUESDAY);
        data.staff("P1", person -> person.joined = Fixtures.TUESDAY);
        start();
        int first = book(0, 0);
        int second = book(1, 1);
        long cost = state.cost().total();

        new ThinSessions(state).close();

        assertThat(state.countOf(first)).isEqualTo(1);
        assertThat(state.countOf(second)).isEqualTo(1);
        assertThat(state.cost().total()).isEqualTo(cost);
    }

    @Test
    void cohortsAreLeftAlone() {
        data.module(Fixtures.MODULE, module -> module.grouping = Grouping.COHORT);
        data.staff("P0", "P1");
        start();
        int first = book(0, 0);
        int second = book(1, 1);

        new ThinSessions(state).close();

        assertThat(state.countOf(first)).isEqualTo(1);
        assertThat(state.countOf(second)).isEqualTo(1);
    }

    @Test
    void randomPlansStayValidAsFullAndBecomeNoDearer() {
        int cheaper = 0;
        for (long seed = 0; seed < 60; seed++) {
            PlanState random = new PlanState(RandomWorld.problem(seed, 2));
            TrainerPicker picker = new TrainerPicker(random);
            new CohortPlacer(random, picker).placeAll();
            new EjectionChains(random, picker).run(() -> false);
            long shortfall = random.shortfall();
            long cost = random.cost().total();

            new ThinSessions(random).close();

            assertThat(random.hardPoints()).as("seed %d", seed).isZero();
            assertThat(random.shortfall()).as("seed %d", seed).isEqualTo(shortfall);
            assertThat(random.cost().total()).as("seed %d", seed).isLessThanOrEqualTo(cost);
            cheaper += random.cost().total() < cost ? 1 : 0;
        }
        assertThat(cheaper).isPositive();
    }
}
