package io.muster.api.service.booking;

import io.muster.data.plan.Booking;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A booking.
 *
 * @param staffId the staff member
 * @param teamId their team
 * @param teamName its name
 * @param bcu its BCU
 * @param moduleId the module
 * @param moduleName its name
 * @param sessionId the session; null: digital learning
 * @param date the day
 * @param slots its slots, in time order
 * @param start when it begins, on the programme's wall clock
 * @param end when it ends
 * @param venueId the venue; null: virtual or digital
 * @param venueName its name
 * @param roomId the room; null: virtual or digital
 * @param trainerIds the trainers; none for digital learning
 * @param status where it stands
 * @param pinned whether a planner holds it where it is
 */
public record BookingView(
        String staffId,
        String teamId,
        String teamName,
        String bcu,
        String moduleId,
        String moduleName,
        @Nullable String sessionId,
        LocalDate date,
        List<String> slots,
        OffsetDateTime start,
        OffsetDateTime end,
        @Nullable String venueId,
        @Nullable String venueName,
        @Nullable String roomId,
        List<String> trainerIds,
        Booking.Status status,
        boolean pinned) {}
