package io.muster.api.service.attendance;

import io.muster.data.plan.Booking;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who was booked into a session, and who came.
 *
 * @param sessionId the session
 * @param moduleId the module
 * @param date its day
 * @param slots its slots
 * @param seats one for each booking that the caller may see, by staff member
 */
record AttendanceView(String sessionId, String moduleId, LocalDate date, List<String> slots, List<SeatView> seats) {

    /**
     * Somebody's place.
     *
     * @param staffId the staff member
     * @param status where their booking stands
     * @param recordedAt when attendance was recorded last; null: never
     * @param recordedBy who recorded it; null: nobody
     */
    record SeatView(
            String staffId,
            Booking.Status status,
            @Nullable Instant recordedAt,
            @Nullable String recordedBy) {}
}
