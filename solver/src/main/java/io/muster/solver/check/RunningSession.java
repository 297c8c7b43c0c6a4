package io.muster.solver.check;

import io.muster.data.model.Room;
import io.muster.data.model.TrainingModule;
import io.muster.data.model.TrainingModule.Delivery;
import io.muster.data.plan.SessionRow;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A session of a face-to-face or virtual module with its references resolved; it runs when it has a booking. */
final class RunningSession {

    private final SessionRow row;
    private final TrainingModule module;
    private final @Nullable Room room;
    private final int slots;
    private final int capacity;
    private final List<PlacedBooking> bookings = new ArrayList<>();
    private int past;

    /** The room is null where the session is virtual, has no room or names an unknown one. */
    RunningSession(SessionRow row, TrainingModule module, @Nullable Room room, int slots, int capacity) {
        this.row = row;
        this.module = module;
        this.room = room;
        this.slots = slots;
        this.capacity = capacity;
    }

    void add(PlacedBooking booking) {
        bookings.add(booking);
        past += booking.past() ? 1 : 0;
    }

    /** {@return the same session without some of its bookings} */
    RunningSession without(Set<PlacedBooking> leaving) {
        RunningSession rest = new RunningSession(row, module, room, slots, capacity);
        for (PlacedBooking booking : bookings) {
            if (!leaving.contains(booking)) {
                rest.add(booking);
            }
        }
        return rest;
    }

    SessionRow row() {
        return row;
    }

    String id() {
        return row.id();
    }

    LocalDate date() {
        return row.date();
    }

    TrainingModule module() {
        return module;
    }

    @Nullable
    Room room() {
        return room;
    }

    /** {@return the room's venue; null without a known room} */
    @Nullable
    String venueId() {
        return room == null ? null : room.venueId();
    }

    int slots() {
        return slots;
    }

    List<PlacedBooking> bookings() {
        return bookings;
    }

    /** {@return how many of the bookings are past} */
    int pastBookings() {
        return past;
    }

    boolean isFaceToFace() {
        return module.delivery() == Delivery.FACE_TO_FACE;
    }

    /** {@return the smaller of the room's capacity on the day and the maximum class; the latter without a known room} */
    int capacity() {
        return capacity;
    }

    boolean runs() {
        return !bookings.isEmpty();
    }

    /** {@return whether it runs for past bookings alone, so that it breaks no rule} */
    boolean isPast() {
        return runs() && past == bookings.size();
    }
}
