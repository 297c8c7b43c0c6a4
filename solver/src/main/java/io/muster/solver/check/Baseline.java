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
 */
public record Baseline(List<Booking> bookings, Set<BookingKey> broken) {

    /** Copies the collections. */
    public Baseline {
        bookings = List.copyOf(bookings);
        broken = Set.copyOf(broken);
    }
}
