package io.muster.data.model;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A trainer ({@code trainers.csv}).
 *
 * @param id the key
 * @param internal whether the trainer belongs to the service
 * @param moduleIds the modules the trainer is accredited for
 * @param pencePerDay price of each day with a session that runs, whole pence, {@code >= 0}
 * @param maxDaysPerWeek days of an ISO week on which the trainer may deliver, {@code >= 0}
 * @param from first day available, inclusive; null: no limit
 * @param to last day available, inclusive; null: no limit
 */
public record Trainer(
        String id,
        boolean internal,
        List<String> moduleIds,
        long pencePerDay,
        int maxDaysPerWeek,
        @Nullable LocalDate from,
        @Nullable LocalDate to) {

    /** Copies the list. */
    public Trainer {
        moduleIds = List.copyOf(moduleIds);
    }
}
