package io.muster.data.model;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A room of a venue ({@code rooms.csv}).
 *
 * @param id the key
 * @param venueId the venue
 * @param capacity seats, {@code > 0}
 * @param pencePerSlot hire for each slot of a session that runs, whole pence, {@code >= 0}
 * @param features what the room offers, possibly empty
 * @param from first day it may be used, inclusive; null: no limit
 * @param to last day it may be used, inclusive; null: no limit
 */
public record Room(
        String id,
        String venueId,
        int capacity,
        long pencePerSlot,
        List<String> features,
        @Nullable LocalDate from,
        @Nullable LocalDate to) {

    /** Copies the list. */
    public Room {
        features = List.copyOf(features);
    }
}
