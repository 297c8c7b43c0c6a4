package io.muster.benchmarks.contender;

import io.muster.data.plan.Booking;
import io.muster.data.plan.SessionRow;
import java.util.List;

/**
 * What a contender found.
 *
 * @param sessions sessions with a booking
 * @param bookings bookings
 * @param moves moves it evaluated, {@code >= 0}; 0 where it has no such thing
 */
public record ContenderPlan(List<SessionRow> sessions, List<Booking> bookings, long moves) {

    /** Copies the lists. */
    public ContenderPlan {
        sessions = List.copyOf(sessions);
        bookings = List.copyOf(bookings);
    }
}
