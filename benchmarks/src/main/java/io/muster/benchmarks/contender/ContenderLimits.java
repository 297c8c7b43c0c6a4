package io.muster.benchmarks.contender;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Seed and limits of one run.
 *
 * @param seed seed of every random choice
 * @param time wall-clock time after which the best plan so far is wanted; a contender that cannot stop says so in its
 *     sentence
 * @param steps moves evaluated after which to stop, for runs that must repeat; null: no limit
 */
public record ContenderLimits(
        long seed, Duration time, @Nullable Long steps) {}
