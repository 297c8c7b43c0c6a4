package io.muster.api.service.plan;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A plan in the database: what was asked for, and its figures once it is complete. Its rows are in its content.
 *
 * @param id its id
 * @param dataSetId the data set
 * @param revision revision of the data set
 * @param ruleSetId rule set that decides scope: a shipped id, or id and number of an uploaded one such as {@code matrix@3}
 * @param ruleSetHash hash of the rule set's files; null: not complete
 * @param kind how it came about
 * @param state where it stands
 * @param name for people
 * @param parentId the plan it was made from: the published one of a re-plan, the former one of a decision; null: none
 * @param policy what a re-plan is to be good for; null: not a re-plan
 * @param asOf day of the re-plan; null: not a re-plan
 * @param disruptions content with the disruptions it answers, as {@code disruptions.csv}; null: none
 * @param jobId its job; null: none was needed
 * @param seed seed of the solve
 * @param timeLimit time of the search; null: the solver's default
 * @param stepLimit steps of the search; null: no limit
 * @param profile profile of weights; null: the data set's prices as they are
 * @param content the plan as a zip of its folder (DATASET.md section 5); null: not complete
 * @param summary its {@code summary.json}; null: not complete
 * @param booked requirements booked; null: not complete, as are the next four
 * @param requirements requirements
 * @param coverageShortfall coverage shortfall
 * @param costPence cost in all
 * @param occupancy occupancy, a fraction
 * @param createdAt when it was asked for
 * @param createdBy who asked
 * @param solvedAt when it was complete; null: it is not
 * @param version grows with each change of state: the entity tag
 */
public record StoredPlan(
        String id,
        String dataSetId,
        int revision,
        String ruleSetId,
        @Nullable String ruleSetHash,
        Kind kind,
        PlanState state,
        String name,
        @Nullable String parentId,
        @Nullable String policy,
        @Nullable LocalDate asOf,
        @Nullable String disruptions,
        @Nullable String jobId,
        long seed,
        @Nullable Duration timeLimit,
        @Nullable Long stepLimit,
        @Nullable String profile,
        @Nullable String content,
        @Nullable String summary,
        @Nullable Integer booked,
        @Nullable Integer requirements,
        @Nullable Long coverageShortfall,
        @Nullable Long costPence,
        @Nullable Double occupancy,
        Instant createdAt,
        String createdBy,
        @Nullable Instant solvedAt,
        long version) {

    /** How a plan came about. */
    public enum Kind {
        /** Solved anew. */
        SOLVE,
        /** Repaired after disruptions. */
        REPLAN,
        /** Changed by hand. */
        DECISION,
        /** Brought from elsewhere. */
        IMPORT
    }
}
