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
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Unbooked requirements are placed where others can make way, and what helps nobody is undone. */
class CoverageRepairTest {

    private static final int MONDAY_AM = 0;

    private final DataSetBuilder data = Fixtures.dataSet();

    /** Seats for one; P0 is there on the first day only, P1 always. */
    @BeforeEach
    void twoPeopleAndOneSeat() {
        data.room(Fixtures.ROOM, room -> room.capacity = 1);
        data.staff("P0", person -> person.leaves = Fixtures.TUESDAY);
        data.staff("P1");
        data.absence("P0", "2025-04-07T13:00", "2025-04-07T18:00");
    }

    private PlanState stateOf(DataSet built) {
        return new PlanState(Problem.of(built, Plans.everythingForAll(built)));
    }

    private static void book(PlanState state, TrainerPicker trainers, int r, int session) {
        assertThat(trainers.staff(session, state.problem().requirements.moduleOf[r], -1, -1))
                .isTrue();
        assertThat(state.canPlace(r, session)).isTrue();
        state.book(r, session);
    }

    @Test
    void whoCouldComeAnotherDayMakesWay() {
        PlanState state = stateOf(data.build());
        TrainerPicker trainers = new TrainerPicker(state);
        book(state, trainers, 1, state.problem().estate.sessionAt(0, 0, MONDAY_AM));

        new CoverageRepair(state, trainers).run(() -> false);

        assertThat(state.unbookedCount()).isZero();
        assertThat(state.hardPoints()).isZero();
        assertThat(state.dayOf(0)).isZero();
    }

    @Test
    void aCohortMakesWayTogether() {
        data.room(Fixtures.ROOM, room -> room.capacity = 2);
        data.module(Fixtures.MODULE, module -> module.grouping = Grouping.COHORT);
        data.staff("P1", person -> person.cohort = "K");
        data.staff("P2", person -> person.cohort = "K");
        data.staff("P3", person -> {
            person.cohort = "L";
            person.leaves = Fixtures.TUESDAY;
        });
        data.absence("P3", "2025-04-07T13:00", "2025-04-07T18:00");
        data.absence("P0", "2025-04-07T09:00", "2025-04-07T13:00");
        PlanState state = stateOf(data.build());
        TrainerPicker trainers = new TrainerPicker(state);
        int session = state.problem().estate.sessionAt(0, 0, MONDAY_AM);
        book(state, trainers, 1, session);
        state.book(2, session);

        new CoverageRepair(state, trainers).run(() -> false);

        assertThat(state.isBooked(3)).isTrue();
        assertThat(state.sessionOf(1)).isEqualTo(state.sessionOf(2)).isNotNegative();
        assertThat(state.hardPoints()).isZero();
    }

    @Test
    void coverageNeverGetsWorseAndPlansStayValid() {
        int better = 0;
        for (long seed = 0; seed < 15; seed++) {
            PlanState state = new PlanState(RandomWorld.problem(seed, 2));
            TrainerPicker trainers = new TrainerPicker(state);
            new CohortPlacer(state, trainers).placeAll();
            long before = state.shortfall();

            new CoverageRepair(state, trainers).run(() -> false);

            assertThat(state.hardPoints()).as("seed %d", seed).isZero();
            assertThat(state.shortfall()).as("seed %d", seed).isLessThanOrEqualTo(before);
            better += state.shortfall() < before ? 1 : 0;
        }
        assertThat(better).isPositive();
    }
}
