package io.muster.api.cli;

import io.muster.api.plan.PlanCommand;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Options of every command that makes a plan. */
final class PlanOptions {
    @Option(
            names = "--rules",
            paramLabel = "ID|FOLDER",
            description = "Rule set that decides scope; default: everyone.")
    private @Nullable String rules;

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

    @Option(names = "--strict", description = "Exit with 3 if a requirement stays unbooked.")
    private boolean strict;

    /** {@return the command these options ask for, for a data set and a folder} */
    PlanCommand command(Path dataSet, Path out, @Nullable Duration defaultTime) {
        return new PlanCommand(dataSet, out, rules, seed, time == null && steps == null ? defaultTime : time, steps);
    }

    boolean isStrict() {
        return strict;
    }

    @Nullable
    Long steps() {
        return steps;
    }
}
