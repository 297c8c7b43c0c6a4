package io.muster.api.replan;

import io.muster.api.scope.DecidedScope;
import io.muster.data.disruption.DisruptedDataSet;
import io.muster.data.plan.BookingKey;
import java.util.Collections;
import java.util.SortedSet;

/**
 * What disruptions do to a published plan.
 *
 * @param disrupted the data set with the disruptions applied, as of the day that was asked about
 * @param scope scope as it is then
 * @param broken keys of the plan's bookings that they break, by staff member and module
 */
public record DisruptionEffect(DisruptedDataSet disrupted, DecidedScope scope, SortedSet<BookingKey> broken) {

    /** Keeps others from changing the set. */
    public DisruptionEffect {
        broken = Collections.unmodifiableSortedSet(broken);
    }
}
