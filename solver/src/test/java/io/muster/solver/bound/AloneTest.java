package io.muster.solver.bound;

import static org.assertj.core.api.Assertions.assertThat;

import io.muster.data.model.DataSet;
import io.muster.data.model.DemandScope;
import io.muster.data.plan.BookingKey;
import io.muster.data.plan.Plan;
import io.muster.solver.problem.Problem;
import io.muster.solver.problem.PublishedPlan;
import io.muster.solver.support.DataSetBuilder;
import io.muster.solver.support.Fixtures;
import io.muster.solver.support.Plans;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What people lack whatever is planned. */
class AloneTest {

    private final DataSetBuilder data = Fixtures.dataSet();

    @Test
    void whoIsNeverThereLacksAllAndWhoIsThereLacksNothing() {
        data.staff("P0", person -> {
            person.leaves = Fixtures.MONDAY;
            person.priority = 2;
        });
        data.staff("P1");
        DataSet built = data.build();

        Alone alone = Alone.of(Problem.of(built, Plans.everythingForAll(built)));

        assertThat(alone.loss(0)).isEqualTo(3);
        assertThat(alone.loss(1)).isZero();
    }

    @Test
    void whatIsPastOnAReplanIsNotLacked() {
        data.programme(programme -> programme.asOf = Fixtures.TUESDAY);
        data.staff("P0", person -> person.leaves = Fixtures.TUESDAY);
        data.staff("P1", person -> person.leaves = Fixtures.TUESDAY);
        DataSet built = data.build();
        Plan published = Fixtures.plan(built)
                .require(Fixtures.MODULE, "P0", "P1")
                .session("S1", Fixtures.MONDAY, Fixtures.AM)
                .book("S1", "P0")
                .build();

        Alone alone = Alone.of(Problem.of(
                built,
                published.scope(),
                new PublishedPlan(published.sessions(), published.bookings(), Set.of(), Set.of(), Set.of())));

        assertThat(alone.loss(0)).isZero();
        assertThat(alone.loss(1)).isEqualTo(1);
    }

    @Test
    void aTeamLacksWhatItsCeilingTakesBeyondWhatItsPeopleLackAlone() {
        // One place a day: P0 and P1 can come on Monday alone, P2 never, P3 of another team on any day.
        data.team(Fixtures.TEAM, team -> team.ceilingPct = "1");
        data.team("T2", team -> {});
        data.staff("P0", "P1");
        data.staff("P2", person -> person.leaves = Fixtures.MONDAY);
        data.staff("P3", person -> person.team = "T2");
        data.absence("P0", "2025-04-08T00:00", "2025-06-02T00:00");
        data.absence("P1", "2025-04-08T00:00", "2025-06-02T00:00");
        DataSet built = data.build();

        Alone alone = Alone.of(Problem.of(built, Plans.everythingForAll(built)));

        assertThat(alone.loss(0)).isZero();
        assertThat(alone.lossOfTeam(0)).isEqualTo(2);
        assertThat(alone.lossOfTeam(1)).isZero();
    }

    /**
     * P1 could come on Wednesday if Tuesday's late duty were replaced by training, but the team spares nobody then. P2, who
     * needs nothing, is on duty on Wednesday, so that the team could spare somebody.
     */
    @Test
    void aDayThatNeedsItsNeighbourIsNoDayWhereThatIsFrozen() {
        data.programme(programme -> programme.lastDay = Fixtures.WEDNESDAY)
                .pattern(Fixtures.PATTERN, Fixtures.MONDAY, "09:00-17:00", "14:00-23:30", "09:00-17:00")
                .team(Fixtures.TEAM, team -> team.ceilingPct = "1")
                .staff("P0", "P1", "P2")
                .absence("P0", "2025-04-08T00:00", "2025-04-10T00:00")
                .absence("P1", "2025-04-09T13:00", "2025-04-09T14:00");
        DataSet spared = data.build();
        DataSet frozen = data.demand(DemandScope.Kind.ALL, "", Fixtures.TUESDAY, Fixtures.TUESDAY, "0")
                .build();

        assertThat(Alone.of(forTheFirstTwo(spared)).lossOfTeam(0)).isZero();
        Alone alone = Alone.of(forTheFirstTwo(frozen));
        assertThat(alone.loss(0)).isZero();
        assertThat(alone.loss(1)).isZero();
        assertThat(alone.lossOfTeam(0)).isEqualTo(1);
    }

    private static Problem forTheFirstTwo(DataSet data) {
        return Problem.of(
                data,
                Plans.everythingForAll(data).stream()
                        .filter(decision -> !decision.staffId().equals("P2"))
                        .toList());
    }

    /** P0's booking on Tuesday is frozen, whatever else P0 may do later: P1, who can come on no other day, has no place. */
    @Test
    void whatIsFrozenKeepsItsPlaceUnderTheCeiling() {
        data.programme(programme -> programme.asOf = Fixtures.MONDAY)
                .module("M2", module -> {})
                .trainer(Fixtures.TRAINER, trainer -> trainer.modules = List.of(Fixtures.MODULE, "M2"))
                .team(Fixtures.TEAM, team -> team.ceilingPct = "1")
                .staff("P0", "P1")
                .absence("P1", "2025-04-09T00:00", "2025-06-02T00:00");
        DataSet built = data.build();
        Plan published = Fixtures.plan(built)
                .require(Fixtures.MODULE, "P0", "P1")
                .require("M2", "P0")
                .session("S1", Fixtures.TUESDAY, Fixtures.AM)
                .book("S1", "P0", "P1")
                .build();
        BookingKey hit = new BookingKey("P1", Fixtures.MODULE);

        assertThat(Alone.of(replan(built, published, Set.of(hit))).lossOfTeam(0))
                .isEqualTo(1);
        assertThat(Alone.of(replan(built, published, Set.of(hit, new BookingKey("P0", Fixtures.MODULE))))
                        .lossOfTeam(0))
                .as("P0's booking is broken too and may move")
                .isZero();
    }

    private static Problem replan(DataSet data, Plan published, Set<BookingKey> broken) {
        return Problem.of(
                data,
                published.scope(),
                new PublishedPlan(published.sessions(), published.bookings(), broken, Set.of(), Set.of()));
    }
}
