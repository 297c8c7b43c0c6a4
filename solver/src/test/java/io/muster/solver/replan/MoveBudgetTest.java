package io.muster.solver.replan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.muster.data.model.DataSet;
import io.muster.data.plan.Change;
import io.muster.data.plan.Plan;
import io.muster.solver.support.Fixtures;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * How many bookings the lowest cost may move though nothing broke them. P1, P2 and P3 train together on 12 May, 35 days after
 * the day of the re-plan; P4 alone on 19 May and P5 alone on 26 May, each in a room and with a trainer of their own. To join
 * the others saves a room, a trainer's day and empty seats for 1000 pence; P5's room is the dearer one.
 */
class MoveBudgetTest {

    private static final LocalDate TOGETHER = LocalDate.of(2025, 5, 12);

    private static Season replan(ReplanPolicy policy, @Nullable Integer maxMoved) {
        DataSet data = Fixtures.dataSet()
                .staff("P1", "P2", "P3", "P4", "P5")
                .room("R2", room -> room.pencePerSlot = 90_000)
                .build();
        Plan plan = Fixtures.plan(data)
                .session("S1", TOGETHER, Fixtures.AM)
                .session("S2", TOGETHER.plusDays(7), Fixtures.AM)
                .session("S3", Fixtures.MODULE, TOGETHER.plusDays(14), Fixtures.AM, "R2", Fixtures.TRAINER)
                .book("S1", "P1", "P2", "P3")
                .book("S2", "P4")
                .book("S3", "P5")
                .build();
        Season season = Season.replan(data, plan.scope(), plan, Fixtures.MONDAY, List.of(), policy, Set.of(), maxMoved);
        assertThat(season.audit().violations()).isEmpty();
        return season;
    }

    private static long cost(Season season) {
        return season.audit().totalCost();
    }

    @Test
    void noneMoveWhereNoneMay() {
        assertThat(replan(ReplanPolicy.LOWEST_COST, 0).after().changes()).isEmpty();
    }

    @Test
    void whereOneMayMoveItIsTheOneThatSavesMost() {
        Season season = replan(ReplanPolicy.LOWEST_COST, 1);

        assertThat(season.after().changes())
                .extracting(Change::staffId, Change::newDate, Change::reason, Change::pence)
                .containsExactly(tuple("P5", TOGETHER, "CHEAPER", 1000L));
        // R2, a trainer's day, 16 empty seats there and one here; 1000 for the move; P5 is two weeks earlier, which
        // brings
        // the trajectory nearer by one booking in two weeks.
        assertThat(cost(replan(ReplanPolicy.LEAST_DISTURBANCE, 1)) - cost(season))
                .isEqualTo(90_000 + 30_000 + 16 * 500 + 500 - 1000);
    }

    @Test
    void whereTwoMayMoveBothDo() {
        Season season = replan(ReplanPolicy.LOWEST_COST, 2);

        assertThat(season.after().changes())
                .extracting(Change::staffId, Change::newDate)
                .containsExactly(tuple("P4", TOGETHER), tuple("P5", TOGETHER));
        assertThat(cost(season)).isEqualTo(cost(replan(ReplanPolicy.LOWEST_COST, null)));
    }
}
