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
 * @param summary the figures; null in a plan read from a folder without {@code summary.json}
 */
public record Plan(
        List<ScopeDecision> scope,
        List<SessionRow> sessions,
        List<Booking> bookings,
        List<Unbooked> unbooked,
        List<Change> changes,
        @Nullable PlanSummary summary) {

    /** Copies the lists. */
    public Plan {
        scope = List.copyOf(scope);
        sessions = List.copyOf(sessions);
        bookings = List.copyOf(bookings);
        unbooked = List.copyOf(unbooked);
        changes = List.copyOf(changes);
    }
}
