package io.muster.api.service.explain;

import java.util.Map;

/**
 * What a change costs, against the plan as it is.
 *
 * @param costPence difference of the plan's cost; negative: it saves
 * @param lines the difference by cost line; lines that stay the same are left out
 * @param coverageShortfall difference of the coverage shortfall; negative: it books somebody
 */
public record PriceView(long costPence, Map<String, Long> lines, long coverageShortfall) {}
