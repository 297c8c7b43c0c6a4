package io.muster.api.service.plan;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.jspecify.annotations.Nullable;

/**
 * Asks for a plan.
 *
 * @param dataSetId the data set
 * @param revision its revision; null: the newest that is ready
 * @param ruleSet the rule set that decides scope; null: the active one
 * @param name for people; null: the data set's
 * @param timeLimit time of the search, ISO 8601 such as {@code PT2M}; null: the solver's default unless there is a step
 *     limit
 * @param stepLimit steps of the search; null: no limit
 * @param seed seed of every random choice; null: 0
 * @param profile name of a profile of weights; null: the data set's own prices
 */
record NewPlan(
        @NotBlank String dataSetId,
        @Min(1) @Nullable Integer revision,
        @Size(max = 100) @Nullable String ruleSet,
        @Size(max = 200) @Nullable String name,
        @DurationMin @DurationMax(hours = 24) @Nullable Duration timeLimit,
        @PositiveOrZero @Max(1_000_000_000_000L) @Nullable Long stepLimit,
        @Nullable Long seed,
        @Size(max = 100) @Nullable String profile) {}
