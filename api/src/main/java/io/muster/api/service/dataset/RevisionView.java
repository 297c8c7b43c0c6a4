package io.muster.api.service.dataset;

import io.muster.api.service.dataset.Revision.Origin;
import io.muster.api.service.dataset.Revision.State;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A revision of a data set.
 *
 * @param dataSetId the data set
 * @param revision its number, from 1
 * @param state where it stands
 * @param origin where it comes from
 * @param parent the revision it was made from; null: none
 * @param note why it was made
 * @param errorCount errors found
 * @param warningCount warnings found
 * @param inputHash hash of its content; null: not ready
 * @param programmeId its programme; null: not ready
 * @param staffCount its staff; 0: not ready
 * @param jobId the job that reads it; null: none was needed
 * @param createdAt when it was made
 * @param createdBy who made it
 */
record RevisionView(
        String dataSetId,
        int revision,
        State state,
        Origin origin,
        @Nullable Integer parent,
        String note,
        int errorCount,
        int warningCount,
        @Nullable String inputHash,
        @Nullable String programmeId,
        int staffCount,
        @Nullable String jobId,
        Instant createdAt,
        String createdBy) {

    static RevisionView of(Revision revision) {
        return new RevisionView(
                revision.dataSetId(),
                revision.number(),
                revision.state(),
                revision.origin(),
                revision.parent(),
                revision.note(),
                revision.errorCount(),
                revision.warningCount(),
                revision.inputHash(),
                revision.programmeId(),
                revision.staffCount(),
                revision.jobId(),
                revision.createdAt(),
                revision.createdBy());
    }
}
