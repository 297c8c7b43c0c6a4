package io.muster.solver;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Seed, limits and tuning of a solve.
 *
 * @param seed seed of every random choice
 * @param timeLimit wall-clock time after which the best plan so far is given; null: no limit beside the steps, and
 *     without those a time that grows with the number of requirements
 * @param stepLimit moves evaluated after which the search stops, {@code >= 0}; null: no limit
 * @param settings how the search is tuned
 */
public record SolveOptions(
        long seed, @Nullable Duration timeLimit, @Nullable Long stepLimit, SearchSettings settings) {

    /** Seed and limits, with the default tuning. */
    public SolveOptions(long seed, @Nullable Duration timeLimit, @Nullable Long stepLimit) {
        this(seed, timeLimit, stepLimit, SearchSettings.DEFAULT);
    }
}
