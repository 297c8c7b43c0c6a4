package io.muster.solver.construct;

import static org.assertj.core.api.Assertions.assertThat;

import io.muster.data.model.DataSet;
import io.muster.solver.problem.Problem;
import io.muster.solver.support.DataSetBuilder;
import io.muster.solver.support.Fixtures;
import io.muster.solver.support.Plans;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Trainers who may deliver on four days of a week leave out a different one each. */
class WorkingDaysTest {

    private static final int DAYS_OF_WEEK = 5;

    private final DataSetBuilder data = Fixtures.dataSet().staff("P0");

    private Problem problem() {
        DataSet built = data.build();
        return Problem.of(built, Plans.everythingForAll(built));
    }

    private static long off(WorkingDays days, int trainers, int day) {
        return IntStream.range(0, trainers).filter(t -> days.isOff(t, day)).count();
    }

    @Test
    void fiveTrainersLeaveOutADayEach() {
        for (int t = 2; t <= 5; t++) {
            data.trainer("X" + t, trainer -> {});
        }

        WorkingDays days = WorkingDays.even(problem());

        for (int d = 0; d < DAYS_OF_WEEK; d++) {
            assertThat(off(days, 5, d)).as("day " + d).isOne();
        }
    }

    @Test
    void internalAndExternalTrainersAreSpreadApart() {
        for (int t = 2; t <= 10; t++) {
            boolean internal = t <= 5;
            data.trainer("X" + t, trainer -> trainer.internal = internal);
        }

        WorkingDays days = WorkingDays.even(problem());

        for (int d = 0; d < DAYS_OF_WEEK; d++) {
            assertThat(off(days, 5, d)).as("internal, day " + d).isOne();
            assertThat(off(days, 10, d)).as("all, day " + d).isEqualTo(2);
        }
    }

    @Test
    void whoIsAwayADayOfTheWeekNeedNotLeaveOutAnother() {
        data.trainerAbsence(Fixtures.TRAINER, Fixtures.WEDNESDAY, Fixtures.WEDNESDAY);

        WorkingDays days = WorkingDays.even(problem());

        assertThat(IntStream.range(0, DAYS_OF_WEEK).filter(d -> days.isOff(0, d)))
                .isEmpty();
        assertThat(IntStream.range(DAYS_OF_WEEK, 2 * DAYS_OF_WEEK).filter(d -> days.isOff(0, d)))
                .hasSize(1);
    }

    @Test
    void whoMayDeliverEveryDayLeavesOutNone() {
        data.trainer("X2", trainer -> trainer.maxDaysPerWeek = DAYS_OF_WEEK);

        WorkingDays days = WorkingDays.even(problem());

        assertThat(IntStream.range(0, DAYS_OF_WEEK).filter(d -> days.isOff(1, d)))
                .isEmpty();
    }

    @Test
    void aRepairKnowsNoBetterDays() {
        Problem problem = problem();

        WorkingDays days = WorkingDays.any(problem);

        assertThat(IntStream.range(0, problem.calendar.days).filter(d -> days.isOff(0, d)))
                .isEmpty();
    }
}
