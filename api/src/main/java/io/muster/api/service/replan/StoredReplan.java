package io.muster.api.service.replan;

import io.muster.solver.replan.ReplanPolicy;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A re-plan in the database: what was asked for, and where it stands. Its options are plans.
 *
 * @param id its id
 * @param dataSetId the data set
 * @param revision revision of the data set
 * @param parentId the published plan it repairs
 * @param asOf its day
 * @param policies what the options are to be good for, in order
 * @param maxMoved most bookings that may be moved though nothing broke them; null: no limit
 * @param seed seed of every random choice
 * @param timeLimit time of a search; null: the solver's default
 * @param stepLimit steps of a search; null: no limit
 * @param disruptions content with all disruptions that hold, as {@code disruptions.csv}
 * @param asked content with the ids of those it answers, one a line
 * @param state where it stands
 * @param figures what was hit, JSON; null: not ready
 * @param acceptedPlanId the option that was accepted; null: none
 * @param jobId its job
 * @param createdAt when it was asked for
 * @param createdBy who asked
 * @param version grows with each change of state: the entity tag
 */
record StoredReplan(
        String id,
        String dataSetId,
        int revision,
        String parentId,
        LocalDate asOf,
        List<ReplanPolicy> policies,
        @Nullable Integer maxMoved,
        long seed,
        @Nullable Duration timeLimit,
        @Nullable Long stepLimit,
        String disruptions,
        String asked,
        State state,
        @Nullable String figures,
        @Nullable String acceptedPlanId,
        String jobId,
        Instant createdAt,
        String createdBy,
        long version) {

    /** Copies the list. */
    StoredReplan {
        policies = List.copyOf(policies);
    }

    /** Where a re-plan stands in the database. */
    enum State {
        /** Its job waits or is at work. */
        QUEUED,
        /** Its options are there. */
        READY,
        /** One of them was published. */
        ACCEPTED,
        /** It was stopped before there was an option. */
        CANCELLED,
        /** Its job failed; the job says why. */
        FAILED
    }
}
