package io.muster.api.service.booking;

import io.muster.data.model.TrainingModule;
import io.muster.data.plan.SessionRow;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A session.
 *
 * @param sessionId its id
 * @param moduleId its module
 * @param moduleName the module's name
 * @param delivery how it is delivered
 * @param date the day
 * @param slots its slots, in time order
 * @param start when it begins, on the programme's wall clock
 * @param end when it ends
 * @param venueId the venue; null: virtual
 * @param venueName its name
 * @param roomId the room; null: virtual
 * @param trainerIds the trainers
 * @param capacity its seats
 * @param booked seats taken
 * @param freeSeats seats left
 * @param occupancy seats taken of its seats, a fraction
 * @param status where it stands
 */
public record SessionView(
        String sessionId,
        String moduleId,
        String moduleName,
        TrainingModule.Delivery delivery,
        LocalDate date,
        List<String> slots,
        OffsetDateTime start,
        OffsetDateTime end,
        @Nullable String venueId,
        @Nullable String venueName,
        @Nullable String roomId,
        List<String> trainerIds,
        int capacity,
        int booked,
        int freeSeats,
        double occupancy,
        SessionRow.Status status) {}
