package io.muster.api.service.export;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A file a job writes.
 *
 * @param id its id
 * @param planId the plan
 * @param what what of it: a table, {@code oversight} or the calendars of {@code people} or {@code trainers}
 * @param format how it is written
 * @param bcu the rows of this BCU only; null: all
 * @param jobId the job
 * @param content the file; null: not written yet
 * @param createdAt when it was asked for
 * @param createdBy who asked, and alone may have it
 */
record ExportFile(
        String id,
        String planId,
        String what,
        FileFormat format,
        @Nullable String bcu,
        String jobId,
        @Nullable String content,
        Instant createdAt,
        String createdBy) {

    /** {@return the name it is downloaded as} */
    String fileName() {
        return what + "." + format.extension();
    }
}
