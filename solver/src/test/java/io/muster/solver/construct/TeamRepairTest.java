package io.muster.solver.construct;

import static org.assertj.core.api.Assertions.assertThat;

import io.muster.data.model.DataSet;
import io.muster.solver.problem.Problem;
import io.muster.solver.state.Assignment;
import io.muster.solver.state.PlanState;
import io.muster.solver.support.DataSetBuilder;
import io.muster.solver.support.Fixtures;
import io.muster.solver.support.Plans;
import io.muster.solver.support.RandomWorld;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Those who lack more than they would alone are booked by planning others anew. Days count from Monday, 0. */
class TeamRepairTest {

    private static final int AM = 0;
    private static final int PM = 1;

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

    private void repair() {
        new TeamRepair(state, trainers).run();
        assertThat(state.hardPoints()).isZero();
    }

    private void until(String staff, int lastDay) {
        data.staff(staff, person -> person.leaves = Fixtures.MONDAY.plusDays(lastDay + 1));
    }

    @Test
    void aTeamOfOnePlaceADayIsPlannedAnewAsAWhole() {
        // Five people, five days with one place each, a whole day needed: only the order of leaving fits them all.
        data.module("M2", module -> {});
        data.trainer(Fixtures.TRAINER, trainer -> {
            trainer.modules = List.of(Fixtures.MODULE, "M2");
            trainer.maxDaysPerWeek = 5;
        });
        data.team(Fixtures.TEAM, team -> team.ceilingPct = "1");
        for (int p = 0; p < 5; p++) {
            until("P" + p, p);
        }
        start();
        for (int p = 1; p < 5; p++) {
            book(2 * p, p - 1, AM);
            book(2 * p + 1, p - 1, PM);
        }

        repair();

        assertThat(state.unbookedCount()).isZero();
        for (int p = 0; p < 5; p++) {
            assertThat(state.maskOn(p, p)).as("P%d", p).isEqualTo(3);
        }
    }

    @Test
    void somebodyOfAnotherTeamGivesUpTheSeat() {
        data.team("T2", team -> {});
        data.room(Fixtures.ROOM, room -> room.capacity = 1);
        until("P0", 0);
        data.absence("P0", "2025-04-07T13:00", "2025-04-07T18:00");
        data.staff("P1", person -> person.team = "T2");
        // On duty too, so that the team can spare the first.
        data.staff("P2");
        start();
        book(1, 0, AM);
        book(2, 1, AM);

        repair();

        assertThat(state.unbookedCount()).isZero();
        assertThat(state.dayOf(0)).isZero();
    }

    @Test
    void nothingIsMovedForWhatNobodyCouldBook() {
        data.staff("P0", person -> person.leaves = Fixtures.MONDAY);
        data.staff("P1");
        start();
        book(1, 3, PM);
        Assignment before = state.assignment();

        TeamRepair repair = new TeamRepair(state, trainers);
        repair.run();

        assertThat(repair.isDone()).isTrue();
        assertThat(state.assignment().sessionOf()).isEqualTo(before.sessionOf());
    }

    @Test
    void whoeverIsGuardedStays() {
        data.team(Fixtures.TEAM, team -> team.ceilingPct = "1");
        until("P0", 0);
        data.staff("P1");
        start();
        book(1, 0, AM);

        TeamRepair repair = new TeamRepair(state, trainers, new EjectionChains.Guard() {
            @Override
            public boolean mayPushAside(int requirement) {
                return requirement != 1;
            }

            @Override
            public boolean accepts(List<Integer> moved) {
                return true;
            }
        });
        repair.run(r -> true, new TeamRepair.Work(100, 100));

        assertThat(repair.isDone()).isFalse();
        assertThat(state.isBooked(0)).isFalse();
        assertThat(state.dayOf(1)).isZero();
    }

    @Test
    void whatIsNotWantedIsNotBookedForItsOwnSake() {
        data.staff("P0");
        start();

        new TeamRepair(state, trainers, EjectionChains.ANYBODY).run(r -> false, new TeamRepair.Work(100, 100));

        assertThat(state.bookings()).isZero();
    }

    @Test
    void coverageNeverGetsWorsePlansStayValidAndTheSame() {
        int better = 0;
        for (long seed = 0; seed < 15; seed++) {
            PlanState first = repaired(seed);
            long before = start(seed).shortfall();

            assertThat(first.hardPoints()).as("seed %d", seed).isZero();
            assertThat(first.shortfall()).as("seed %d", seed).isLessThanOrEqualTo(before);
            assertThat(Arrays.equals(
                            first.assignment().sessionOf(),
                            repaired(seed).assignment().sessionOf()))
                    .as("seed %d", seed)
                    .isTrue();
            better += first.shortfall() < before ? 1 : 0;
        }
        assertThat(better).isPositive();
    }

    private static PlanState start(long seed) {
        PlanState state = new PlanState(RandomWorld.problem(seed, 2));
        new CohortPlacer(state, new TrainerPicker(state)).placeAll();
        return state;
    }

    private static PlanState repaired(long seed) {
        PlanState state = start(seed);
        new TeamRepair(state, new TrainerPicker(state), EjectionChains.ANYBODY)
                .run(r -> true, new TeamRepair.Work(500, 500));
        return state;
    }
}
