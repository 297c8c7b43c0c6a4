package io.muster.solver.bound;

import static org.assertj.core.api.Assertions.assertThat;

import io.muster.data.model.DataSet;
import io.muster.data.plan.Plan;
import io.muster.solver.problem.Problem;
import io.muster.solver.problem.PublishedPlan;
import io.muster.solver.support.DataSetBuilder;
import io.muster.solver.support.Fixtures;
import io.muster.solver.support.Plans;
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
}
