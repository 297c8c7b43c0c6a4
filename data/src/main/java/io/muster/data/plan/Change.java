package io.muster.data.plan;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A baseline booking that a re-plan moved or dropped, or a booking it added ({@code changes.csv}).
 *
 * @param staffId the staff member, the key with the module
 * @param moduleId the module
 * @param oldSessionId session before; null: none (digital, or newly booked)
 * @param oldDate day before; null: newly booked
 * @param newSessionId session after; null: none (digital, or dropped)
 * @param newDate day after; null: dropped
 * @param reason stable code of the cause
 * @param disruptionId the disruption that caused it; null: none did
 * @param noticeDays days from the day of the re-plan to the earlier of old and new date, at least 0
 * @param noticeBand least days of the notice band it falls into
 * @param pence its price, whole pence
 */
public record Change(
        String staffId,
        String moduleId,
        @Nullable String oldSessionId,
        @Nullable LocalDate oldDate,
        @Nullable String newSessionId,
        @Nullable LocalDate newDate,
        String reason,
        @Nullable String disruptionId,
        int noticeDays,
        int noticeBand,
        long pence) {}
