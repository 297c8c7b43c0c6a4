package io.muster.solver.construct;

import static org.assertj.core.api.Assertions.assertThat;

import io.muster.data.model.DataSet;
import io.muster.solver.problem.Problem;
import io.muster.solver.state.PlanState;
import io.muster.solver.support.DataSetBuilder;
import io.muster.solver.support.Fixtures;
import io.muster.solver.support.Plans;
import java.time.LocalTime;
import org.junit.jupiter.api.Test;

/** No trainer is idle, or where another would do, while somebody waits. */
class IdleTrainersTest {

    private static final int X1 = 0;
    private static final int X2 = 1;

    private final DataSetBuilder data = Fixtures.dataSet();

    private PlanState state;
    private int session;

    /** A day on which two rooms with one seat each are free, and two people who cannot begin before noon. */
    private void start() {
        data.programme(p -> p.lastDay = p.firstDay)
                .room(Fixtures.ROOM, room -> room.capacity = 1)
                .room("R2", room -> room.capacity = 1)
                .staff("P0", person -> person.notBefore = LocalTime.NOON)
                .staff("P1", person -> person.notBefore = LocalTime.NOON);
        DataSet built = data.build();
        state = new PlanState(Problem.of(built, Plans.everythingForAll(built)));
    }

    private void employ() {
        new IdleTrainers(state, new TrainerPicker(state)).employ();
        assertThat(state.hardPoints()).isZero();
    }

    /** Every session needs two trainers, one of them internal; the first is delivered by two who are. */
    private void firstByTwoInternals(String... externals) {
        data.module(Fixtures.MODULE, module -> {
            module.trainers = 2;
            module.internalTrainers = 1;
        });
        data.trainer("X2", trainer -> {});
        for (String external : externals) {
            data.trainer(external, trainer -> trainer.internal = false);
        }
        start();
        session = state.problem().estate.sessionAt(0, 0, 1);
        state.setModule(session, 0);
        state.setTrainer(session, 0, X1);
        state.setTrainer(session, 1, X2);
        state.book(0, session);
    }

    @Test
    void anIdleTrainerTakesASessionForWhoWaits() {
        start();

        employ();

        assertThat(state.bookings()).as("one trainer, one seat").isOne();
    }

    @Test
    void anInternalTrainerBesideAnotherIsSparedForOneMoreSession() {
        firstByTwoInternals("X3", "X4");

        employ();

        assertThat(state.unbookedCount()).isZero();
    }

    @Test
    void nobodyIsReplacedWhereThatOpensNothing() {
        firstByTwoInternals("X3");

        employ();

        assertThat(state.bookings()).isOne();
        assertThat(new int[] {state.trainerAt(session, 0), state.trainerAt(session, 1)})
                .containsExactly(X1, X2);
    }
}
