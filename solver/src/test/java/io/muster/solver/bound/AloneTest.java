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
}
