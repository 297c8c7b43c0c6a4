package io.muster.api.service.dataset;

import io.muster.api.service.web.ProblemException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A revision of a data set.
 *
 * @param dataSetId the data set
 * @param number its number in it, from 1
 * @param state where it stands
 * @param origin where it comes from
 * @param parent number of the revision it was made from; null: none
 * @param note why it was made; possibly empty
 * @param uploaded content as it was uploaded; null: it was not
 * @param content the data set as a zip of its files, canonical; null: not ready
 * @param issues content with every issue, JSON; null: not read yet
 * @param errorCount errors among them
 * @param warningCount warnings among them
 * @param inputHash hash of the data set's content; null: not ready
 * @param programmeId its programme; null: not ready
 * @param staffCount its staff; 0: not ready
 * @param jobId the job that reads it; null: none was needed
 * @param createdAt when it was made
 * @param createdBy who made it
 */
public record Revision(
        String dataSetId,
        int number,
        State state,
        Origin origin,
        @Nullable Integer parent,
        String note,
        @Nullable String uploaded,
        @Nullable String content,
        @Nullable String issues,
        int errorCount,
        int warningCount,
        @Nullable String inputHash,
        @Nullable String programmeId,
        int staffCount,
        @Nullable String jobId,
        Instant createdAt,
        String createdBy) {

    /**
     * The data set as a zip of its files.
     *
     * @return hash of the content
     * @throws ProblemException 409 when the revision is not ready
     */
    public String readyContent() {
        if (content == null) {
            throw ProblemException.conflict(
                    "revision-not-ready",
                    "Revision " + number + " of data set '" + dataSetId + "' is " + state
                            + "; only a READY one can be read.");
        }
        return content;
    }

    /** Where a revision stands. */
    public enum State {
        /** A job reads it. */
        IMPORTING,
        /** It is valid and can be planned. */
        READY,
        /** It has errors; the issues name each. */
        INVALID,
        /** Reading it failed through no fault of the data. */
        FAILED
    }

    /** Where a revision comes from. */
    public enum Origin {
        /** Files somebody uploaded. */
        UPLOAD,
        /** A JSON Patch on another revision. */
        PATCH,
        /** The generator of synthetic programmes. */
        SAMPLE
    }
}
