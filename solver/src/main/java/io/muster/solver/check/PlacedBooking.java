package io.muster.solver.check;

import io.muster.data.model.TrainingModule;
import io.muster.data.model.TrainingModule.Delivery;
import io.muster.data.plan.Booking;
import io.muster.data.plan.ScopeDecision;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A booking that counts, with its references resolved.
 *
 * @param booking the row
 * @param person the staff member
 * @param module the module
 * @param decision the scope decision; null: there is none
 * @param session the session; null: digital, or unknown (a FORMAT violation)
 * @param slots mask of its known slots
 * @param past whether it is a baseline booking dated before the day of the re-plan: breaks no rule, still counts
 */
record PlacedBooking(
        Booking booking,
        Person person,
        TrainingModule module,
        @Nullable ScopeDecision decision,
        @Nullable RunningSession session,
        int slots,
        boolean past) {

    LocalDate date() {
        return booking.date();
    }

    StaffModule key() {
        return BaselineIndex.keyOf(booking);
    }

    boolean isDelivered(Delivery delivery) {
        return module.delivery() == delivery;
    }

    /** {@return the venue of a face-to-face booking; null: not face to face, or its room is unknown} */
    @Nullable
    String venueId() {
        return isDelivered(Delivery.FACE_TO_FACE) && session != null ? session.venueId() : null;
    }

    /** {@return whether this booking ends before the other starts; AM is before PM of one day} */
    boolean endsBefore(PlacedBooking other) {
        return date().isBefore(other.date())
                || (date().equals(other.date()) && Slots.last(slots) < Slots.first(other.slots));
    }

    /** {@return the ids as a violation's subject} */
    String subject() {
        return booking.staffId() + " " + booking.moduleId() + " " + booking.date();
    }
}
