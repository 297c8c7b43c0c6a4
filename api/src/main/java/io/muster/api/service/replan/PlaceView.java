package io.muster.api.service.replan;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A booking that keeps its day and time and is in another room, or at another venue.
 *
 * @param staffId the staff member
 * @param teamId their team
 * @param bcu its BCU
 * @param moduleId the module
 * @param date the day
 * @param slots its slots
 * @param oldSessionId session before
 * @param oldVenueId venue before; null: none (online)
 * @param oldRoomId room before; null: none
 * @param newSessionId session after
 * @param newVenueId venue after; null: none (online)
 * @param newRoomId room after; null: none
 */
record PlaceView(
        String staffId,
        String teamId,
        String bcu,
        String moduleId,
        LocalDate date,
        List<String> slots,
        String oldSessionId,
        @Nullable String oldVenueId,
        @Nullable String oldRoomId,
        String newSessionId,
        @Nullable String newVenueId,
        @Nullable String newRoomId) {

    /** Copies the list. */
    PlaceView {
        slots = List.copyOf(slots);
    }
}
