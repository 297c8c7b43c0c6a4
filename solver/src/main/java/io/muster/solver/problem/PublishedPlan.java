package io.muster.solver.problem;

import io.muster.data.plan.Booking;
import io.muster.data.plan.BookingKey;
import io.muster.data.plan.SessionRow;
import java.util.List;
import java.util.Set;

/**
 * The published plan that a re-plan starts from (DATASET.md section 5).
 *
 * @param sessions its sessions
 * @param bookings its bookings; those that do not count are left out of account
 * @param broken keys of the bookings that a disruption broke
 * @param voided keys of the bookings that may not be kept: of cancelled sessions, and no-shows
 * @param pinned keys of the bookings that stay unless broken, beside the frozen ones
 * @param dearness how many times its price a change counts: 1, but where a search is to move people only for coverage
 */
public record PublishedPlan(
        List<SessionRow> sessions,
        List<Booking> bookings,
        Set<BookingKey> broken,
        Set<BookingKey> voided,
        Set<BookingKey> pinned,
        int dearness) {

    /** No published plan: everything is planned for the first time. */
    public static final PublishedPlan NONE = new PublishedPlan(List.of(), List.of(), Set.of(), Set.of(), Set.of());

    /** A published plan whose changes count what they cost. */
    public PublishedPlan(
            List<SessionRow> sessions,
            List<Booking> bookings,
            Set<BookingKey> broken,
            Set<BookingKey> voided,
            Set<BookingKey> pinned) {
        this(sessions, bookings, broken, voided, pinned, 1);
    }

    /** Copies the collections. */
    public PublishedPlan {
        sessions = List.copyOf(sessions);
        bookings = List.copyOf(bookings);
        broken = Set.copyOf(broken);
        voided = Set.copyOf(voided);
        pinned = Set.copyOf(pinned);
    }
}
