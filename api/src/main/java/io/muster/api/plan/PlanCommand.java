package io.muster.api.plan;

import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Asks for a plan.
 *
 * @param dataSet the data set: a folder, a zip or a workbook
 * @param out folder to write the plan to; absent, empty or holding an older plan
 * @param ruleSet id or folder of the rule set; null: the default one
 * @param profile profile of weights: the name of a shipped one, or a file; null: the data set's own prices
 * @param seed seed of every random choice
 * @param timeLimit wall-clock time for solving; null: the solver's default
 * @param stepLimit steps of search, {@code >= 0}; null: no limit
 */
public record PlanCommand(
        Path dataSet,
        Path out,
        @Nullable String ruleSet,
        @Nullable String profile,
        long seed,
        @Nullable Duration timeLimit,
        @Nullable Long stepLimit) {}
