package io.muster.api.service.replan;

import org.jspecify.annotations.Nullable;

/**
 * A disruption as it is sent: the cells of a row of {@code disruptions.csv} (docs/DATASET.md section 5), judged as that
 * file is.
 *
 * @param id its id in the data set; null: it is given one
 * @param kind what happened
 * @param subject what it happened to
 * @param from start; null: open
 * @param to end; null: open
 * @param value what the kind needs; null: nothing
 * @param note free text, no personal details; null: none
 */
record NewDisruption(
        @Nullable String id,
        @Nullable String kind,
        @Nullable String subject,
        @Nullable String from,
        @Nullable String to,
        @Nullable String value,
        @Nullable String note) {}
