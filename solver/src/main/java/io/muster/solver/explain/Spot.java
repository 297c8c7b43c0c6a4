package io.muster.solver.explain;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where and when somebody is trained, or could be.
 *
 * @param sessionId the session, also of one that would have to be opened; null for digital learning
 * @param opens whether the session does not run yet
 * @param date the day
 * @param slotIds its slots, in time order
 * @param roomId the room; null for virtual sessions and digital learning
 * @param venueId its venue; null for virtual sessions and digital learning
 * @param trainerIds the trainers, by id; of a session that would have to be opened, those it would get
 * @param booked bookings of the session as the plan is; 0 for digital learning
 * @param capacity the most bookings it may have; 0 for digital learning, which has no limit
 */
public record Spot(
        @Nullable String sessionId,
        boolean opens,
        LocalDate date,
        List<String> slotIds,
        @Nullable String roomId,
        @Nullable String venueId,
        List<String> trainerIds,
        int booked,
        int capacity) {

    /** Copies the lists. */
    public Spot {
        slotIds = List.copyOf(slotIds);
        trainerIds = List.copyOf(trainerIds);
    }
}
