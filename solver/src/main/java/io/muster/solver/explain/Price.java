package io.muster.solver.explain;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a change costs, against the plan as it is.
 *
 * @param pence the difference of the plan's cost; negative: it saves
 * @param lines the difference by cost line (its key in {@code summary.json}), in the catalogue's order; lines that stay
 *     the same are left out
 * @param shortfall the difference of the coverage shortfall; negative: it books somebody
 */
public record Price(long pence, Map<String, Long> lines, long shortfall) {

    /** Nothing changes. */
    public static final Price NOTHING = new Price(0, Map.of(), 0);

    /** Copies the map, in its order. */
    public Price {
        lines = Collections.unmodifiableMap(new LinkedHashMap<>(lines));
    }
}
