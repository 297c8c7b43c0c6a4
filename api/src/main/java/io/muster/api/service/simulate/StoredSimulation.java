package io.muster.api.service.simulate;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A simulation in the database.
 *
 * @param id its id
 * @param dataSetId the data set
 * @param revision revision of the data set
 * @param planId the plan; null: policies are compared
 * @param request what was asked for, JSON
 * @param state where it stands
 * @param result content with the result, JSON; null: not ready
 * @param jobId its job
 * @param createdAt when it was asked for
 * @param createdBy who asked
 */
record StoredSimulation(
        String id,
        String dataSetId,
        int revision,
        @Nullable String planId,
        String request,
        State state,
        @Nullable String result,
        String jobId,
        Instant createdAt,
        String createdBy) {

    /** Where a simulation stands. */
    enum State {
        /** Its job waits or is at work. */
        QUEUED,
        /** Its result is there. */
        READY,
        /** It was stopped. */
        CANCELLED,
        /** Its job failed; the job says why. */
        FAILED
    }
}
