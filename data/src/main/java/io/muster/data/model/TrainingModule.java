package io.muster.data.model;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A module of training ({@code modules.csv}).
 *
 * @param id the key
 * @param name name for people
 * @param delivery how it is delivered
 * @param slots 1 for half a day, 2 for both slots of one day
 * @param minClass fewest bookings a session should have, {@code >= 0}; 0 for digital modules
 * @param maxClass most bookings a session may have, {@code > 0} unless digital, where it is 0
 * @param trainers different trainers a session has, {@code >= 0}; 0 for digital modules
 * @param internalTrainers at least this many of them are internal, 0 to {@code trainers}
 * @param releaseDate first day on which it may be booked; null: at once
 * @param after ids of the modules that come first, possibly empty
 * @param minGapDays fewest days between an {@code after} booking's date and this one's; null: no lower limit
 * @param maxGapDays most days between them; null: no upper limit
 * @param grouping whether cohorts train together
 */
public record TrainingModule(
        String id,
        String name,
        Delivery delivery,
        int slots,
        int minClass,
        int maxClass,
        int trainers,
        int internalTrainers,
        @Nullable LocalDate releaseDate,
        List<String> after,
        @Nullable Integer minGapDays,
        @Nullable Integer maxGapDays,
        Grouping grouping) {

    /** Copies the list. */
    public TrainingModule {
        after = List.copyOf(after);
    }

    /** How a module is delivered. */
    public enum Delivery {
        /** In a room at a venue. */
        FACE_TO_FACE,
        /** In a session with trainers, without a room. */
        VIRTUAL,
        /** Protected learning time: a day and a slot, without session, room or trainer. */
        DIGITAL
    }

    /** Whether people are booked one by one or cohort by cohort. */
    public enum Grouping {
        /** Booked one by one. */
        INDIVIDUAL,
        /** All members of a cohort who require the module are in one session (H17). */
        COHORT
    }
}
