package io.muster.api.service.dataset;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A data set.
 *
 * @param id its id
 * @param name for people
 * @param createdAt when it was made
 * @param createdBy who made it
 * @param latest its newest revision, whatever its state; null: it has none
 */
record DataSetView(
        String id,
        String name,
        Instant createdAt,
        String createdBy,
        @Nullable RevisionView latest) {}
