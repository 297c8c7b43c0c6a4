package io.muster.solver;

import io.muster.data.plan.Booking;
import io.muster.data.plan.PlanSummary;
import io.muster.data.plan.SessionRow;
import io.muster.data.plan.Unbooked;
import java.util.List;

/**
 * What a solve found.
 *
 * @param sessions sessions with a booking, by id
 * @param bookings bookings, by staff member and module
 * @param unbooked requirements without a booking, by staff member and module, each with its reason
 * @param lowerBounds proven bounds
 * @param moves moves that the search evaluated, {@code >= 0}
 */
public record SolvedPlan(
        List<SessionRow> sessions,
        List<Booking> bookings,
        List<Unbooked> unbooked,
        PlanSummary.LowerBounds lowerBounds,
        long moves) {

    /** Copies the lists. */
    public SolvedPlan {
        sessions = List.copyOf(sessions);
        bookings = List.copyOf(bookings);
        unbooked = List.copyOf(unbooked);
    }
}
