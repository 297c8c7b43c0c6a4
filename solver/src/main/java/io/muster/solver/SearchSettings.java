package io.muster.solver;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * How the search is tuned. Whatever is set here changes how good a plan gets in a given time, never what a plan is or
 * costs.
 *
 * @param startingPence start of the simulated annealing: a loss of this many pence is accepted with a probability of
 *     1/e at first, {@code > 0}; a loss of coverage is never accepted
 * @param endingPence the same at the end, {@code > 0}
 * @param parts parts a plan is cut into and searched side by side, {@code >= 1}; how many of them at a time is up to
 *     the machine
 * @param roundSeconds time after which the plan is cut anew where there is a time limit, {@code >= 1}
 * @param moveShares how often each kind of move is drawn, by its label; kinds that are not named keep their default
 *     share, and 0 leaves a kind out
 */
public record SearchSettings(
        int startingPence, int endingPence, int parts, int roundSeconds, Map<String, Integer> moveShares) {

    /** What the program runs with. */
    public static final SearchSettings DEFAULT = new SearchSettings(500, 20, 2, 5, Map.of());

    /** Checks the bounds; copies the shares, sorted by label. */
    public SearchSettings {
        if (startingPence <= 0 || endingPence <= 0 || parts < 1 || roundSeconds < 1) {
            throw new IllegalArgumentException("The startingPence (" + startingPence + "), endingPence (" + endingPence
                    + "), parts (" + parts + ") and roundSeconds (" + roundSeconds + ") must be above 0.");
        }
        moveShares = Collections.unmodifiableMap(new TreeMap<>(moveShares));
    }

    /**
     * The settings of a search that has gone on for a while.
     *
     * @param share share of its limit that is used, 0 to 1
     * @return the same, with the temperature it had come to as the starting one
     */
    SearchSettings cooled(double share) {
        double pence = startingPence * StrictMath.pow((double) endingPence / startingPence, share);
        return new SearchSettings(Math.max(1, (int) Math.round(pence)), endingPence, parts, roundSeconds, moveShares);
    }
}
