package io.muster.solver.check;

import io.muster.data.model.TrainingModule.Delivery;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * A person's bookings of one day.
 *
 * @param person the person
 * @param date the day
 * @param bookings at least one
 */
record StaffDay(Person person, LocalDate date, List<PlacedBooking> bookings) {

    /** {@return the slots booked, by past bookings alone or by all} */
    int slots(boolean pastOnly) {
        int slots = 0;
        for (PlacedBooking booking : bookings) {
            if (!pastOnly || booking.past()) {
                slots |= booking.slots();
            }
        }
        return slots;
    }

    /** {@return how many bookings take a slot} */
    int bookingsOf(int slot, boolean pastOnly) {
        int count = 0;
        for (PlacedBooking booking : bookings) {
            if ((!pastOnly || booking.past()) && (booking.slots() & (1 << slot)) != 0) {
                count++;
            }
        }
        return count;
    }

    /** {@return the venues of the face-to-face bookings, sorted} */
    Set<String> venueIds(boolean pastOnly) {
        Set<String> venues = new TreeSet<>();
        for (PlacedBooking booking : bookings) {
            String venue = booking.venueId();
            if (venue != null && (!pastOnly || booking.past())) {
                venues.add(venue);
            }
        }
        return venues;
    }

    /** {@return whether a booking is virtual} */
    boolean hasVirtual(boolean pastOnly) {
        for (PlacedBooking booking : bookings) {
            if (booking.isDelivered(Delivery.VIRTUAL) && (!pastOnly || booking.past())) {
                return true;
            }
        }
        return false;
    }

    /** {@return whether every booking is past} */
    boolean isPast() {
        for (PlacedBooking booking : bookings) {
            if (!booking.past()) {
                return false;
            }
        }
        return true;
    }

    /** {@return whether a booking is past} */
    boolean hasPast() {
        for (PlacedBooking booking : bookings) {
            if (booking.past()) {
                return true;
            }
        }
        return false;
    }

    String subject() {
        return person.id() + " " + date;
    }
}
