package io.muster.solver.construct;

import static org.assertj.core.api.Assertions.assertThat;

import io.muster.data.model.DataSet;
import io.muster.solver.problem.Problem;
import io.muster.solver.state.PlanState;
import io.muster.solver.support.DataSetBuilder;
import io.muster.solver.support.Fixtures;
import io.muster.solver.support.Plans;
import io.muster.solver.support.RandomWorld;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Whoever stands in the way of the last unbooked is moved, and nobody is moved in vain. */
class EjectionChainsTest {

    private static final int AM = 0;
    private static final int PM = 1;
    private static final LocalDate THIRD_DAY = Fixtures.WEDNESDAY;

    private final DataSetBuilder data = Fixtures.dataSet();

    private PlanState state;
    private TrainerPicker trainers;

    private void start() {
        DataSet built = data.build();
        state = new PlanState(Problem.of(built, Plans.everythingForAll(built)));
        trainers = new TrainerPicker(state);
    }

    private void book(int r, int day, int slot) {
        int session = state.problem().estate.sessionAt(0, day, slot);
        if (state.countOf(session) == 0) {
            assertThat(trainers.staff(session, state.problem().requirements.moduleOf[r], -1, -1))
                    .isTrue();
        }
        assertThat(state.canPlace(r, session)).isTrue();
        state.book(r, session);
    }

    private void run() {
        new EjectionChains(state, trainers).run(() -> false);
        assertThat(state.hardPoints()).isZero();
    }

    /** Present on the first day alone. */
    private void onMondayOnly(String staff) {
        data.staff(staff, person -> person.leaves = Fixtures.TUESDAY);
    }

    @Test
    void aSessionIsOpenedWhereNoneRuns() {
        data.staff("P0");
        start();

        run();

        assertThat(state.unbookedCount()).isZero();
    }

    @Test
    void whoCouldSitElsewhereGivesUpTheSeat() {
        data.room(Fixtures.ROOM, room -> room.capacity = 1);
        onMondayOnly("P0");
        data.absence("P0", "2025-04-07T13:00", "2025-04-07T18:00");
        data.staff("P1");
        start();
        book(1, 0, AM);

        run();

        assertThat(state.unbookedCount()).isZero();
        assertThat(state.dayOf(0)).isZero();
    }

    @Test
    void aTeamMateWhoCouldComeAnotherDayGivesUpThePlaceUnderTheCeiling() {
        data.team(Fixtures.TEAM, team -> team.ceilingPct = "1");
        onMondayOnly("P0");
        data.staff("P1");
        start();
        book(1, 0, AM);

        run();

        assertThat(state.unbookedCount()).isZero();
        assertThat(state.dayOf(0)).isZero();
        assertThat(state.dayOf(1)).isPositive();
    }

    @Test
    void oneTeamMateMovesAnotherWhoMovesAThird() {
        data.team(Fixtures.TEAM, team -> team.ceilingPct = "1");
        onMondayOnly("P0");
        data.staff("P1", person -> person.leaves = Fixtures.WEDNESDAY);
        data.staff("P2", person -> person.leaves = THIRD_DAY.plusDays(1));
        start();
        book(1, 0, AM);
        book(2, 1, AM);

        run();

        assertThat(state.unbookedCount()).isZero();
        assertThat(new int[] {state.dayOf(0), state.dayOf(1), state.dayOf(2)}).containsExactly(0, 1, 2);
    }

    @Test
    void aPersonsOwnBookingsChangeHalves() {
        data.module("M2", module -> {});
        data.trainer(Fixtures.TRAINER, trainer -> trainer.modules = List.of(Fixtures.MODULE, "M2"));
        onMondayOnly("P0");
        onMondayOnly("P1");
        data.absence("P1", "2025-04-07T09:00", "2025-04-07T13:00");
        // On duty too, so that minimum strength lets the other two train.
        data.staff("P2");
        start();
        book(state.problem().requirements.at[0], 0, AM);
        book(state.problem().requirements.at[2], 0, PM);

        run();

        // P1 has time for one of the two alone.
        assertThat(state.unbookedCount()).isEqualTo(1);
        assertThat(state.maskOn(0, 0)).isEqualTo(3);
        assertThat(state.maskOn(1, 0)).isEqualTo(2);
    }

    @Test
    void greaterWeightTakesTheOnlySeat() {
        data.room(Fixtures.ROOM, room -> {
            room.capacity = 1;
            room.to = Fixtures.MONDAY;
        });
        data.staff("P0", person -> {
            person.priority = 1;
            person.notBefore = LocalTime.NOON;
        });
        data.staff("P1");
        data.absence("P1", "2025-04-07T09:00", "2025-04-07T13:00");
        start();
        book(1, 0, PM);

        run();

        assertThat(state.isBooked(0)).isTrue();
        assertThat(state.isBooked(1)).isFalse();
        assertThat(state.shortfall()).isEqualTo(1);
    }

    @Test
    void whatDoesNotEndWellIsTakenBack() {
        data.room(Fixtures.ROOM, room -> {
            room.capacity = 1;
            room.to = Fixtures.MONDAY;
        });
        data.staff("P0", "P1", "P2");
        start();
        book(1, 0, AM);
        book(2, 0, PM);
        long cost = state.cost().total();

        run();

        assertThat(state.isBooked(0)).isFalse();
        assertThat(state.isBooked(1)).isTrue();
        assertThat(state.isBooked(2)).isTrue();
        assertThat(state.cost().total()).isEqualTo(cost);
    }

    @Test
    void coverageNeverGetsWorseAndPlansStayValid() {
        int better = 0;
        for (long seed = 0; seed < 60; seed++) {
            PlanState random = new PlanState(RandomWorld.problem(seed, 2));
            TrainerPicker picker = new TrainerPicker(random);
            new CohortPlacer(random, picker).placeAll();
            new SeatFiller(random).fillAll();
            long before = random.shortfall();

            new EjectionChains(random, picker).run(() -> false);

            assertThat(random.hardPoints()).as("seed %d", seed).isZero();
            assertThat(random.shortfall()).as("seed %d", seed).isLessThanOrEqualTo(before);
            better += random.shortfall() < before ? 1 : 0;
        }
        assertThat(better).isGreaterThan(10);
    }
}
