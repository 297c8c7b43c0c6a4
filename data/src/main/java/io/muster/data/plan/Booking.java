package io.muster.data.plan;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A booking of a staff member ({@code bookings.csv}).
 *
 * @param staffId the staff member, the key with the module
 * @param moduleId the module
 * @param sessionId the session; null for a digital module
 * @param date the day
 * @param slotIds its slots, in time order, never empty
 * @param status where it stands
 */
public record Booking(
        String staffId,
        String moduleId,
        @Nullable String sessionId,
        LocalDate date,
        List<String> slotIds,
        Status status) {

    /** Copies the list. */
    public Booking {
        slotIds = List.copyOf(slotIds);
    }

    /** {@return whether it counts for rules and cost: neither cancelled nor a no-show} */
    public boolean counts() {
        return status != Status.CANCELLED && status != Status.NO_SHOW;
    }

    /** Where a booking stands. */
    public enum Status {
        /** Planned, not yet published. */
        PLANNED,
        /** Published to the staff member. */
        PUBLISHED,
        /** The staff member attended. */
        ATTENDED,
        /** The staff member did not attend; the requirement is open again. */
        NO_SHOW,
        /** Cancelled; the requirement is open again. */
        CANCELLED
    }
}
