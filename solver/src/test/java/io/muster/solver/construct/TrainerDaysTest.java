package io.muster.solver.construct;

import static org.assertj.core.api.Assertions.assertThat;

import io.muster.data.model.DataSet;
import io.muster.solver.catalogue.TrainingConstraint;
import io.muster.solver.problem.Problem;
import io.muster.solver.state.PlanState;
import io.muster.solver.support.DataSetBuilder;
import io.muster.solver.support.Fixtures;
import io.muster.solver.support.Plans;
import io.muster.solver.support.RandomWorld;
import org.junit.jupiter.api.Test;

/** Sessions change hands where it saves a trainer's day. */
class TrainerDaysTest {

    private static final int INTERNAL = 0;
    private static final int EXTERNAL = 1;
    private static final int OTHER_EXTERNAL = 2;

    private final DataSetBuilder data = Fixtures.dataSet();

    private PlanState state;

    private void start() {
        data.staff("P0", "P1");
        data.trainer(Fixtures.TRAINER, trainer -> trainer.pencePerDay = 0);
        data.trainer("X2", trainer -> {
            trainer.internal = false;
            trainer.pencePerDay = 50_000;
        });
        data.trainer("X3", trainer -> {
            trainer.internal = false;
            trainer.pencePerDay = 45_000;
        });
        DataSet built = data.build();
        state = new PlanState(Problem.of(built, Plans.everythingForAll(built)));
    }

    /** Books a person on the first day with a trainer. */
    private int book(int person, int slot, int trainer) {
        int session = state.problem().estate.sessionAt(0, 0, slot);
        state.setModule(session, 0);
        state.setTrainer(session, 0, trainer);
        state.book(person, session);
        return session;
    }

    @Test
    void anIdleInternalTrainerTakesOverFromAnExternalOne() {
        start();
        int session = book(0, 0, EXTERNAL);

        new TrainerDays(state).save(0);

        assertThat(state.trainerAt(session, 0)).isEqualTo(INTERNAL);
        assertThat(state.cost().of(TrainingConstraint.TRAINER)).isZero();
    }

    @Test
    void twoHalfDaysGoToOneTrainer() {
        data.trainerAbsence(Fixtures.TRAINER, Fixtures.MONDAY, Fixtures.LAST_DAY);
        start();
        int morning = book(0, 0, EXTERNAL);
        int afternoon = book(1, 1, OTHER_EXTERNAL);

        new TrainerDays(state).save(0);

        assertThat(state.trainerAt(morning, 0)).isEqualTo(OTHER_EXTERNAL);
        assertThat(state.trainerAt(afternoon, 0)).isEqualTo(OTHER_EXTERNAL);
    }

    @Test
    void anInternalTrainersDayIsFreedWhereItIsWorthMore() {
        start();
        int session = book(0, 0, INTERNAL);

        new TrainerDays(state).save(60_000);

        assertThat(state.trainerAt(session, 0)).isEqualTo(OTHER_EXTERNAL);
    }

    @Test
    void aSessionThatAsksForAnInternalTrainerKeepsOne() {
        data.module(Fixtures.MODULE, module -> module.internalTrainers = 1);
        start();
        int session = book(0, 0, INTERNAL);

        new TrainerDays(state).save(60_000);

        assertThat(state.trainerAt(session, 0)).isEqualTo(INTERNAL);
        assertThat(state.hardPoints()).isZero();
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

            new TrainerDays(random).save(0);

            assertThat(random.hardPoints()).as("seed %d", seed).isZero();
            assertThat(random.shortfall()).as("seed %d", seed).isEqualTo(shortfall);
            assertThat(random.cost().total()).as("seed %d", seed).isLessThanOrEqualTo(cost);
            cheaper += random.cost().total() < cost ? 1 : 0;
        }
        assertThat(cheaper).isPositive();
    }
}
