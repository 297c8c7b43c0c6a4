package io.muster.api.service.plan;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A plan as lists show it; fields are {@link StoredPlan}'s.
 *
 * @param booked requirements booked; null: not complete, as are the next four
 * @param solvedAt when it was complete; null: it is not
 */
public record PlanView(
        String id,
        String dataSetId,
        int revision,
        String ruleSetId,
        @Nullable String ruleSetHash,
        StoredPlan.Kind kind,
        PlanState state,
        String name,
        @Nullable String parentId,
        @Nullable String policy,
        @Nullable LocalDate asOf,
        @Nullable String jobId,
        long seed,
        @Nullable Duration timeLimit,
        @Nullable Long stepLimit,
        @Nullable String profile,
        @Nullable Integer booked,
        @Nullable Integer requirements,
        @Nullable Long coverageShortfall,
        @Nullable Long costPence,
        @Nullable Double occupancy,
        Instant createdAt,
        String createdBy,
        @Nullable Instant solvedAt) {

    /**
     * The view of a plan.
     *
     * @param plan the plan
     * @return its view
     */
    public static PlanView of(StoredPlan plan) {
        return new PlanView(
                plan.id(),
                plan.dataSetId(),
                plan.revision(),
                plan.ruleSetId(),
                plan.ruleSetHash(),
                plan.kind(),
                plan.state(),
                plan.name(),
                plan.parentId(),
                plan.policy(),
                plan.asOf(),
                plan.jobId(),
                plan.seed(),
                plan.timeLimit(),
                plan.stepLimit(),
                plan.profile(),
                plan.booked(),
                plan.requirements(),
                plan.coverageShortfall(),
                plan.costPence(),
                plan.occupancy(),
                plan.createdAt(),
                plan.createdBy(),
                plan.solvedAt());
    }
}
