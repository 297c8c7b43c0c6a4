package io.muster.api.cli;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Seed and limits of a search, as options. */
final class SearchLimits {
    @Option(
            names = "--time",
            paramLabel = "DURATION",
            converter = DurationConverter.class,
            description = "Time for solving, such as 60s, 5m or PT1M30S.")
    private @Nullable Duration time;

    @Option(
            names = "--seed",
            paramLabel = "S",
            defaultValue = "1",
            description = "Seed of every random choice; default ${DEFAULT-VALUE}.")
    private long seed;

    @Option(
            names = "--steps",
            paramLabel = "N",
            converter = CountConverter.class,
            description =
                    "Stop after this many steps of search. The same input, rules, seed and steps give the same plan.")
    private @Nullable Long steps;

    /** {@return the time limit; null: none was given} */
    @Nullable
    Duration time() {
        return time;
    }

    long seed() {
        return seed;
    }

    /** {@return the step limit; null: none was given} */
    @Nullable
    Long steps() {
        return steps;
    }
}
