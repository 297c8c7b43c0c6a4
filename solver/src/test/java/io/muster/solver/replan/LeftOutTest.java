package io.muster.solver.replan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.muster.data.model.DataSet;
import io.muster.data.plan.Change;
import io.muster.data.plan.Disruption;
import io.muster.data.plan.Disruption.Kind;
import io.muster.data.plan.Plan;
import io.muster.data.plan.Unbooked;
import io.muster.solver.support.DataSetBuilder;
import io.muster.solver.support.Fixtures;
import io.muster.solver.support.PlanBuilder;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * Somebody whom the published plan left out though a better plan books them: Q can come on one morning alone, to a module
 * for one person at a time, and the only seat is P's, who could come on many days. Something else happens to other people.
 */
class LeftOutTest {

    private static final String FEW = "FEW";
    private static final LocalDate DAY = LocalDate.of(2025, 5, 14);
    private static final LocalDate OTHER_DAY = LocalDate.of(2025, 5, 20);

    /** As many people in one class on another day, whose trainer then is away, where another can take over. */
    private static Season replan(int hit, Integer maxMoved) {
        String[] class1 = IntStream.range(0, hit).mapToObj(i -> "C" + (100 + i)).toArray(String[]::new);
        DataSetBuilder builder = Fixtures.dataSet()
                .module(Fixtures.MODULE, module -> module.maxClass = 100)
                .module(FEW, module -> module.maxClass = 1)
                .room(Fixtures.ROOM, room -> room.capacity = 100)
                .room("R2", room -> {})
                .trainer("X2", trainer -> {})
                .trainer("Y1", trainer -> trainer.modules = List.of(FEW))
                .staff(class1)
                .staff("P", "Q")
                .absence("Q", "2025-03-31T00:00", DAY + "T00:00")
                .absence("Q", DAY + "T13:00", "2025-06-02T00:00");
        DataSet data = builder.build();
        PlanBuilder plan = Fixtures.plan(data)
                .require(FEW, "Q")
                .session("S1", OTHER_DAY, Fixtures.AM)
                .session("S2", FEW, DAY, Fixtures.AM, "R2", "Y1")
                .book("S1", class1)
                .book("S2", "P");
        Plan published = plan.build();
        Disruption absent = new Disruption(
                "D1", Kind.TRAINER_ABSENT, Fixtures.TRAINER, OTHER_DAY.toString(), OTHER_DAY.toString(), null, null);
        Season season = Season.replan(
                data,
                published.scope(),
                published,
                Fixtures.MONDAY,
                List.of(absent),
                ReplanPolicy.LEAST_DISTURBANCE,
                Set.of(),
                maxMoved);
        assertThat(season.audit().violations()).isEmpty();
        return season;
    }

    @Test
    void afterSomethingLargeWhoWasLeftOutIsBookedToo() {
        Season season = replan(60, null);

        assertThat(season.after().unbooked()).isEmpty();
        assertThat(season.after().changes())
                .extracting(Change::staffId, Change::newDate, Change::reason)
                .satisfiesExactly(
                        moved -> assertThat(moved.toList().get(2)).isEqualTo("MADE_ROOM"),
                        added -> assertThat(added).isEqualTo(tuple("Q", DAY, "NEW_REQUIREMENT")));
    }

    @Test
    void nobodyMovesForThemWhereNobodyMay() {
        Season season = replan(60, 0);

        assertThat(season.after().unbooked()).extracting(Unbooked::staffId).containsExactly("Q");
        assertThat(season.after().changes()).isEmpty();
    }

    @Test
    void afterSomethingSmallNothingElseIsTouched() {
        Season season = replan(2, null);

        assertThat(season.after().unbooked()).extracting(Unbooked::staffId).containsExactly("Q");
        assertThat(season.after().changes()).isEmpty();
    }
}
