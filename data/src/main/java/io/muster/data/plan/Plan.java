package io.muster.data.plan;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A plan as its folder holds it (DATASET.md section 5). Lists are sorted by the code points of their key.
 *
 * @param scope a decision for each staff member and module
 * @param sessions sessions with a booking, and cancelled ones
 * @param bookings bookings
 * @param unbooked every requirement without a booking that counts
 * @param changes changes against the baseline; empty unless this is a re-plan
 * @param pins bookings that a planner wants to stay as they are when the plan is made anew or repaired, by hand; each
 *     names a row of {@code bookings}, and none is there twice
 * @param summary the figures; null in a plan read from a folder without {@code summary.json}
 */
public record Plan(
        List<ScopeDecision> scope,
        List<SessionRow> sessions,
        List<Booking> bookings,
        List<Unbooked> unbooked,
        List<Change> changes,
        List<BookingKey> pins,
        @Nullable PlanSummary summary) {

    /** Copies the lists. */
    public Plan {
        scope = List.copyOf(scope);
        sessions = List.copyOf(sessions);
        bookings = List.copyOf(bookings);
        unbooked = List.copyOf(unbooked);
        changes = List.copyOf(changes);
        pins = List.copyOf(pins);
    }

    /**
     * A plan without pins.
     *
     * @param scope a decision for each staff member and module
     * @param sessions sessions with a booking, and cancelled ones
     * @param bookings bookings
     * @param unbooked every requirement without a booking that counts
     * @param changes changes against the baseline
     * @param summary the figures; null where there are none
     */
    public Plan(
            List<ScopeDecision> scope,
            List<SessionRow> sessions,
            List<Booking> bookings,
            List<Unbooked> unbooked,
            List<Change> changes,
            @Nullable PlanSummary summary) {
        this(scope, sessions, bookings, unbooked, changes, List.of(), summary);
    }
}
