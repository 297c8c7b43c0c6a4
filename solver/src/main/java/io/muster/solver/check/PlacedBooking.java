package io.muster.solver.check;

import io.muster.data.model.Team;
import io.muster.data.model.TrainingModule;
import io.muster.data.model.TrainingModule.Delivery;
import io.muster.data.plan.Booking;
import io.muster.data.plan.BookingKey;
import io.muster.data.plan.ScopeDecision;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A booking that counts, with its references resolved.
 *
 * @param booking the row
 * @param cell number of its staff member and module
 * @param day its epoch day
 * @param person the staff member
 * @param module the module
 * @param decision the scope decision; null: there is none
 * @param session the session; null: digital, or unknown (a FORMAT violation)
 * @param slots mask of its known slots
 * @param past whether it is a baseline booking dated before the day of the re-plan: breaks no rule, still counts
 */
record PlacedBooking(
        Booking booking,
        int cell,
        long day,
        Person person,
        TrainingModule module,
        @Nullable ScopeDecision decision,
        @Nullable RunningSession session,
        int slots,
        boolean past) {

    LocalDate date() {
        return booking.date();
    }

    BookingKey key() {
        return BookingKey.of(booking);
    }

    /** {@return the staff member's team on the day} */
    Team team() {
        return person.teamOn(day);
    }

    boolean isDelivered(Delivery delivery) {
        return module.delivery() == delivery;
    }

    /** {@return whether it is of a module that is taught in sessions} */
    boolean needsSession() {
        return !isDelivered(Delivery.DIGITAL);
    }

    /** {@return the venue of a face-to-face booking; null: not face to face, or its room is unknown} */
    @Nullable
    String venueId() {
        return isDelivered(Delivery.FACE_TO_FACE) && session != null ? session.venueId() : null;
    }

    /** {@return whether this booking ends before the other starts; AM is before PM of one day} */
    boolean endsBefore(PlacedBooking other) {
        return day < other.day || (day == other.day && Slots.last(slots) < Slots.first(other.slots));
    }

    /** {@return the ids as a violation's subject} */
    String subject() {
        return booking.staffId() + " " + booking.moduleId() + " " + booking.date();
    }
}
