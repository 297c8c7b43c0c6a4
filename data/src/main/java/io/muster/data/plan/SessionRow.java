package io.muster.data.plan;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A session of a plan ({@code sessions.csv}).
 *
 * @param id the key
 * @param moduleId the module taught
 * @param date the day
 * @param slotIds its slots, in time order, never empty
 * @param roomId the room; null for a virtual session
 * @param venueId the room's venue; null for a virtual session
 * @param trainerIds its trainers, by id
 * @param capacity most bookings it may have
 * @param booked bookings it has
 * @param status where it stands
 */
public record SessionRow(
        String id,
        String moduleId,
        LocalDate date,
        List<String> slotIds,
        @Nullable String roomId,
        @Nullable String venueId,
        List<String> trainerIds,
        int capacity,
        int booked,
        Status status) {

    /** Copies the lists. */
    public SessionRow {
        slotIds = List.copyOf(slotIds);
        trainerIds = List.copyOf(trainerIds);
    }

    /** Where a session stands. */
    public enum Status {
        /** Planned, not yet published. */
        PLANNED,
        /** Published. */
        PUBLISHED,
        /** Cancelled: it does not run. */
        CANCELLED,
        /** Delivered. */
        DELIVERED
    }
}
