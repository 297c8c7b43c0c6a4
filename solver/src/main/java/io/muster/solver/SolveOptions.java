package io.muster.solver;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Seed and limits of a solve.
 *
 * @param seed seed of every random choice
 * @param timeLimit wall-clock time after which the best plan so far is given; null: the solver's default
 * @param stepLimit steps of search after which it stops, {@code >= 0}; null: no limit
 */
public record SolveOptions(
        long seed, @Nullable Duration timeLimit, @Nullable Long stepLimit) {}
