package io.muster.api.service.booking;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What a published version of the plan made of a booking.
 *
 * @param version number of the version, from 1
 * @param planId its plan
 * @param publishedAt when it was published
 * @param moduleId the module
 * @param moduleName its name
 * @param fromSessionId session in the version before; null: digital learning, or not booked
 * @param fromDate day in the version before; null: not booked
 * @param toSessionId session in this version; null: digital learning, or not booked
 * @param toDate day in this version; null: not booked
 */
public record HistoryView(
        int version,
        String planId,
        Instant publishedAt,
        String moduleId,
        String moduleName,
        @Nullable String fromSessionId,
        @Nullable LocalDate fromDate,
        @Nullable String toSessionId,
        @Nullable LocalDate toDate) {}
