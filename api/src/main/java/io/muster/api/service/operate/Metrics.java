package io.muster.api.service.operate;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.muster.api.service.job.JobState;
import io.muster.api.service.job.Jobs;
import io.muster.api.service.plan.Plans;
import io.muster.api.service.plan.SolverSpeeds;
import io.muster.api.service.plan.SummariesOfPlans;
import java.util.OptionalDouble;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Figures of the service for Prometheus, beside those of the JVM, HTTP and the connection pool. */
@Component
class Metrics implements MeterBinder {
    private final Jobs jobs;
    private final Plans plans;
    private final SummariesOfPlans summaries;
    private final SolverSpeeds speeds;
    private final JdbcClient jdbc;

    Metrics(Jobs jobs, Plans plans, SummariesOfPlans summaries, SolverSpeeds speeds, JdbcClient jdbc) {
        this.jobs = jobs;
        this.plans = plans;
        this.summaries = summaries;
        this.speeds = speeds;
        this.jdbc = jdbc;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        for (JobState state : JobState.values()) {
            Gauge.builder("muster.jobs", jobs, all -> all.count(state))
                    .tag("state", state.name())
                    .description("Jobs of all instances by state")
                    .register(registry);
        }
        Gauge.builder("muster.solver.moves.per.second", speeds, SolverSpeeds::movesPerSecond)
                .description("Moves a second of the solves that run on this instance, all together; 0: none runs")
                .register(registry);
        Gauge.builder("muster.published.cost.gap", this, Metrics::largestGap)
                .description("Cost above its proven bound, as a fraction of it, of the published plan for which that is"
                        + " most; NaN: no bound is known")
                .register(registry);
        published(registry, "muster.published.coverage.shortfall", "coverage_shortfall", "Coverage shortfall");
        published(registry, "muster.published.cost.pence", "cost_pence", "Cost in pence");
        published(registry, "muster.published.unbooked", "requirements - booked", "Unbooked requirements");
    }

    private double largestGap() {
        return plans.listPublished().stream()
                .map(summaries::costGap)
                .flatMapToDouble(OptionalDouble::stream)
                .max()
                .orElse(Double.NaN);
    }

    private void published(MeterRegistry registry, String name, String column, String description) {
        Gauge.builder(
                        name,
                        jdbc,
                        client -> client.sql(
                                        "select coalesce(sum(" + column + "), 0) from plan where state = 'PUBLISHED'")
                                .query(Double.class)
                                .single())
                .description(description + " of the published plans, all data sets together")
                .register(registry);
    }
}
