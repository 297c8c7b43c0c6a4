package io.muster.api.cli;

import io.muster.api.plan.PlanCommand;
import io.muster.api.plan.ProfileNames;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Options of every command that makes a plan. */
final class PlanOptions {
    @Option(
            names = "--rules",
            paramLabel = "ID|FOLDER",
            description = "Rule set that decides scope; default: everyone.")
    private @Nullable String rules;

    @Option(
            names = "--profile",
            paramLabel = "NAME|FILE",
            description =
                    "Profile of weights the search goes by; the plan is judged by the data set's own prices all the"
                            + " same. Shipped are ${COMPLETION-CANDIDATES}; default: none.",
            completionCandidates = ProfileNames.class)
    private @Nullable String profile;

    @Mixin
    private final SearchLimits limits = new SearchLimits();

    @Option(names = "--strict", description = "Exit with 3 if a requirement stays unbooked.")
    private boolean strict;

    /** {@return the command these options ask for, for a data set and a folder} */
    PlanCommand command(Path dataSet, Path out, @Nullable Duration defaultTime) {
        Duration time = limits.time() == null && limits.steps() == null ? defaultTime : limits.time();
        return new PlanCommand(dataSet, out, rules, profile, limits.seed(), time, limits.steps());
    }

    boolean isStrict() {
        return strict;
    }

    @Nullable
    Long steps() {
        return limits.steps();
    }
}
