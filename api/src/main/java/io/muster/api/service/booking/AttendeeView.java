package io.muster.api.service.booking;

import io.muster.data.plan.Booking;
import org.jspecify.annotations.Nullable;

/**
 * Somebody on a class list.
 *
 * @param staffId the staff member
 * @param teamId their team; null, as are the next four, for who may see names only
 * @param teamName its name
 * @param bcu its BCU
 * @param role their role
 * @param rank their rank
 * @param status where the booking stands
 */
public record AttendeeView(
        String staffId,
        @Nullable String teamId,
        @Nullable String teamName,
        @Nullable String bcu,
        @Nullable String role,
        @Nullable String rank,
        Booking.Status status) {}
