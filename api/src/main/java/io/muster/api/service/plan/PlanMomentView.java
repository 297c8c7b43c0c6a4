package io.muster.api.service.plan;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.muster.api.service.job.Job;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How a plan stands at a moment of its solve.
 *
 * @param planId the plan
 * @param state where it stands
 * @param phase what its job is at, a word; empty: not started, or without a job
 * @param fraction share of the time used; null: unknown
 * @param attempt how often its job was started
 * @param millis time solved until the best plan so far, milliseconds; null: there is none yet, as are the next three
 * @param coverageShortfall its coverage shortfall
 * @param costPence its cost
 * @param booked its bookings
 * @param leastShortfall the shortfall that no plan goes below; null: not known yet, as is the next
 * @param leastCostPence the cost that no plan of that shortfall goes below
 * @param cost pence by cost line of the best plan of up to ten seconds before; empty: not known yet
 */
record PlanMomentView(
        String planId,
        PlanState state,
        String phase,
        @Nullable Double fraction,
        int attempt,
        @Nullable Long millis,
        @Nullable Long coverageShortfall,
        @Nullable Long costPence,
        @Nullable Integer booked,
        @Nullable Long leastShortfall,
        @Nullable Long leastCostPence,
        Map<String, Long> cost) {

    static PlanMomentView of(StoredPlan plan, @Nullable Job job, @Nullable PlanScore score) {
        return new PlanMomentView(
                plan.id(),
                plan.state(),
                job == null ? "" : job.phase(),
                job == null ? null : job.fraction(),
                job == null ? 0 : job.attempt(),
                score == null ? null : score.millis(),
                score == null ? null : score.coverageShortfall(),
                score == null ? null : score.costPence(),
                score == null ? null : score.booked(),
                score == null ? null : score.leastShortfall(),
                score == null ? null : score.leastCostPence(),
                score == null ? Map.of() : score.cost());
    }

    /** {@return whether nothing more happens: there is a plan, or there will be none} */
    @JsonIgnore
    boolean isOver() {
        return state != PlanState.QUEUED && state != PlanState.SOLVING;
    }
}
