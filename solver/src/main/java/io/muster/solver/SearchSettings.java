package io.muster.solver;

import java.util.Map;
import java.util.TreeMap;

/**
 * How the search is tuned. Whatever is set here changes how good a plan gets in a given time, never what a plan is or
 * costs.
 *
 * @param startingPence start of the simulated annealing: a loss of this many pence is accepted with a probability of
 *     1/e at first, {@code > 0}; a loss of coverage is never accepted
 * @param moveShares how often each kind of move is drawn, by its label; kinds that are not named keep their default
 *     share, and 0 leaves a kind out
 */
public record SearchSettings(int startingPence, Map<String, Integer> moveShares) {

    /** What the program runs with. Between 100 and 1,500 pence the start makes less than 1% of difference in 100 s. */
    public static final SearchSettings DEFAULT = new SearchSettings(500, Map.of());

    /** Copies the shares, sorted by label. */
    public SearchSettings {
        if (startingPence <= 0) {
            throw new IllegalArgumentException("The startingPence (" + startingPence + ") must be above 0.");
        }
        moveShares = java.util.Collections.unmodifiableMap(new TreeMap<>(moveShares));
    }
}
