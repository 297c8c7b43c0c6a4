package io.muster.solver.simulate;

import io.muster.data.model.DataSet;
import io.muster.data.plan.Plan;
import io.muster.data.plan.ScopeDecision;
import io.muster.solver.SolveOptions;
import io.muster.solver.replan.ReplanPolicy;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Asks for seasons over a published plan.
 *
 * @param dataSet the data set as it was when the plan was published; of a re-plan, with the disruptions it answers, as of its
 *     day: bookings before the season count as attended
 * @param scope decides scope for a data set; called once each week, with the disruptions applied
 * @param published the plan, valid for the data set
 * @param rates how often what happens
 * @param seed seed of what happens
 * @param seasons how many seasons to live through, {@code > 0}
 * @param weeks how many weeks of each, {@code > 0}; null: until the programme ends
 * @param policy what the re-plans are good for
 * @param options seed and limits of each re-plan; without a time limit, equal requests give equal seasons
 */
public record SeasonRequest(
        DataSet dataSet,
        Function<DataSet, List<ScopeDecision>> scope,
        Plan published,
        DisruptionRates rates,
        long seed,
        int seasons,
        @Nullable Integer weeks,
        ReplanPolicy policy,
        SolveOptions options) {

    /** Refuses what nothing can be simulated of. */
    public SeasonRequest {
        if (seasons <= 0 || (weeks != null && weeks <= 0)) {
            throw new IllegalArgumentException(
                    "there must be at least one season of at least one week, not " + seasons + " of " + weeks);
        }
    }
}
