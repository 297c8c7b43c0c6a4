package io.muster.api.service.plan;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How the best plan of a solve stood at a moment.
 *
 * @param millis time solved by then, milliseconds, all attempts together
 * @param phase what was being done, a word
 * @param coverageShortfall coverage shortfall
 * @param costPence cost in all
 * @param booked requirements booked
 * @param leastShortfall the shortfall that no plan goes below; null: not known by then, as is the next
 * @param leastCostPence the cost that no plan of that shortfall goes below
 * @param cost pence by cost line of the best plan of up to ten seconds before; empty: not known by then
 */
record PlanScore(
        long millis,
        String phase,
        long coverageShortfall,
        long costPence,
        int booked,
        @Nullable Long leastShortfall,
        @Nullable Long leastCostPence,
        Map<String, Long> cost) {}
