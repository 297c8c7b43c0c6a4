package io.muster.solver.check;

import io.muster.data.plan.Booking;
import io.muster.data.plan.BookingKey;
import java.util.List;
import java.util.Set;

/**
 * The published plan that a re-plan starts from, as far as rules and cost ask for it.
 *
 * @param bookings the bookings of the baseline
 * @param broken keys of those that a disruption broke (DATASET.md section 5)
 * @param cancelledSessions ids of sessions that may not run again
 * @param voided keys of the bookings that may not be kept, past or not: of cancelled sessions, and no-shows. They are
 *     broken, whether {@code broken} has them or not
 */
public record Baseline(
        List<Booking> bookings, Set<BookingKey> broken, Set<String> cancelledSessions, Set<BookingKey> voided) {

    /** Copies the collections. */
    public Baseline {
        bookings = List.copyOf(bookings);
        broken = Set.copyOf(broken);
        cancelledSessions = Set.copyOf(cancelledSessions);
        voided = Set.copyOf(voided);
    }

    /**
     * A baseline of which everything may be kept.
     *
     * @param bookings the bookings of the baseline
     * @param broken keys of those that a disruption broke
     */
    public Baseline(List<Booking> bookings, Set<BookingKey> broken) {
        this(bookings, broken, Set.of(), Set.of());
    }
}
