package io.muster.api.service.booking;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A trainer.
 *
 * @param trainerId the trainer
 * @param internal whether they belong to the service
 * @param moduleIds modules they are accredited for
 * @param dayRatePence price of a day they deliver
 * @param maxDaysPerWeek days of a week on which they may deliver
 * @param from first day available; null: any
 * @param to last day available; null: any
 * @param sessions sessions they deliver
 * @param days days on which they do
 */
public record TrainerView(
        String trainerId,
        boolean internal,
        List<String> moduleIds,
        long dayRatePence,
        int maxDaysPerWeek,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        int sessions,
        int days) {}
