package io.muster.solver.replan;

import io.muster.data.plan.Booking;
import io.muster.data.plan.Change;
import io.muster.data.plan.SessionRow;
import io.muster.data.plan.Unbooked;
import java.util.List;

/**
 * What a re-plan found: rows of a plan's folder, sorted by their keys (DATASET.md section 5).
 *
 * @param sessions sessions with a booking, and cancelled ones
 * @param bookings bookings, with no-shows and cancelled ones that nothing replaces
 * @param unbooked requirements without a booking that counts, each with its reason
 * @param changes every baseline booking that moved or was dropped, and every new booking
 */
public record Replan(List<SessionRow> sessions, List<Booking> bookings, List<Unbooked> unbooked, List<Change> changes) {

    /** Copies the lists. */
    public Replan {
        sessions = List.copyOf(sessions);
        bookings = List.copyOf(bookings);
        unbooked = List.copyOf(unbooked);
        changes = List.copyOf(changes);
    }
}
