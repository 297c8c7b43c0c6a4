package io.muster.api.service.explain;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where and when somebody is trained, or could be.
 *
 * @param sessionId the session, also of one that would have to be opened; null: digital learning
 * @param decisionId what a decision names to book there: the session, or of digital learning the day and slot
 * @param opens whether the session does not run yet
 * @param date the day
 * @param slots its slots, in time order
 * @param start when it begins, on the programme's wall clock
 * @param end when it ends
 * @param venueId the venue; null: virtual or digital
 * @param venueName its name
 * @param roomId the room; null: virtual or digital
 * @param trainerIds the trainers; of a session that would have to be opened, those it would get
 * @param booked its bookings as the plan is; 0 for digital learning
 * @param capacity its seats; 0 for digital learning, which has no limit
 */
public record SpotView(
        @Nullable String sessionId,
        String decisionId,
        boolean opens,
        LocalDate date,
        List<String> slots,
        OffsetDateTime start,
        OffsetDateTime end,
        @Nullable String venueId,
        @Nullable String venueName,
        @Nullable String roomId,
        List<String> trainerIds,
        int booked,
        int capacity) {}
