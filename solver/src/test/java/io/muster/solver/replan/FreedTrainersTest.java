package io.muster.solver.replan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.muster.data.model.DataSet;
import io.muster.data.plan.Change;
import io.muster.data.plan.Disruption;
import io.muster.data.plan.Disruption.Kind;
import io.muster.data.plan.Plan;
import io.muster.data.plan.SessionRow;
import io.muster.solver.support.DataSetBuilder;
import io.muster.solver.support.Fixtures;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * A module of two trainers, one of them internal, for one person at a time. On Wednesday morning, 30 April, P1 learns it from
 * both internal trainers, X1 and X2. P2 loses Monday, and can come on Wednesday morning alone: there are a room and two
 * external trainers, but no internal one.
 */
class FreedTrainersTest {

    private static final LocalDate LOST = LocalDate.of(2025, 4, 28);
    private static final LocalDate DAY = LocalDate.of(2025, 4, 30);
    private static final LocalDate LATER = LocalDate.of(2025, 5, 7);

    private static DataSetBuilder world() {
        return Fixtures.dataSet()
                .module(Fixtures.MODULE, module -> {
                    module.maxClass = 1;
                    module.trainers = 2;
                    module.internalTrainers = 1;
                })
                .room("R2", room -> {})
                .trainer("X2", trainer -> {})
                .trainer("Y1", trainer -> trainer.internal = false)
                .trainer("Y2", trainer -> trainer.internal = false)
                .staff("P1", "P2", "P3")
                .absence("P2", "2025-03-31T00:00", LOST + "T00:00")
                .absence("P2", LOST.plusDays(1) + "T00:00", DAY + "T00:00")
                .absence("P2", DAY + "T13:00", "2025-06-02T00:00");
    }

    /** P3 learns it a week later, from both internal trainers too. */
    private static Season replan(DataSet data) {
        Plan plan = Fixtures.plan(data)
                .session("S1", Fixtures.MODULE, DAY, Fixtures.AM, Fixtures.ROOM, "X1", "X2")
                .session("S2", Fixtures.MODULE, LOST, Fixtures.AM, Fixtures.ROOM, "X1", "X2")
                .session("S3", Fixtures.MODULE, LATER, Fixtures.AM, Fixtures.ROOM, "X1", "X2")
                .book("S1", "P1")
                .book("S2", "P2")
                .book("S3", "P3")
                .build();
        Disruption frozen = new Disruption("D1", Kind.DEMAND, "ALL", LOST.toString(), LOST.toString(), "0", null);
        Season season = Season.replan(
                data,
                plan.scope(),
                plan,
                Fixtures.MONDAY,
                List.of(frozen),
                ReplanPolicy.LEAST_DISTURBANCE,
                Set.of(),
                null);
        assertThat(season.audit().violations()).isEmpty();
        return season;
    }

    private static List<String> trainersOf(Season season, String session) {
        return season.after().sessions().stream()
                .filter(row -> row.id().equals(session))
                .findFirst()
                .map(SessionRow::trainerIds)
                .orElseThrow();
    }

    @Test
    void whoTeachesWhereAnotherWouldDoTeachesWhatNobodyElseCan() {
        Season season = replan(world().build());

        assertThat(season.after().changes())
                .extracting(Change::staffId, Change::newSessionId, Change::newDate)
                .containsExactly(tuple("P2", DAY + "-AM-R2", DAY));
        assertThat(trainersOf(season, "S1")).containsExactly("X2", "Y1");
        assertThat(trainersOf(season, DAY + "-AM-R2")).containsExactly("X1", "Y2");
    }

    @Test
    void whoIsNotNeededElsewhereTeachesAsPublished() {
        assertThat(trainersOf(replan(world().build()), "S3")).containsExactly("X1", "X2");
    }

    @Test
    void whereNobodyTakesOverSomebodyElseMoves() {
        DataSet data = world().trainer("Y1", trainer -> trainer.to = LOST).build();

        Season season = replan(data);

        // Y2 alone is free on Wednesday: two classes at once need four trainers, so P1 makes room in the morning.
        assertThat(season.after().unbooked()).isEmpty();
        assertThat(season.after().changes())
                .extracting(Change::staffId, Change::reason)
                .containsExactly(tuple("P1", "MADE_ROOM"), tuple("P2", "DEMAND"));
        assertThat(trainersOf(season, "S3")).containsExactly("X1", "X2");
    }
}
