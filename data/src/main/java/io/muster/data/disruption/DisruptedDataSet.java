package io.muster.data.disruption;

import io.muster.data.model.DataSet;
import io.muster.data.plan.BookingKey;
import java.util.Set;

/**
 * What disruptions made of a data set and of the published plan.
 *
 * @param dataSet the data set with the disruptions as rows of it and {@code asOf} the day of the re-plan
 * @param cancelledSessions ids of sessions that may not run again
 * @param voided keys of the baseline bookings that may not be kept, past ones included: those of cancelled sessions, and
 *     no-shows
 */
public record DisruptedDataSet(DataSet dataSet, Set<String> cancelledSessions, Set<BookingKey> voided) {

    /** Copies the sets. */
    public DisruptedDataSet {
        cancelledSessions = Set.copyOf(cancelledSessions);
        voided = Set.copyOf(voided);
    }
}
