package io.muster.solver.check;

import io.muster.data.model.TrainingModule.Delivery;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

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
        return counted(pastOnly).mapToInt(PlacedBooking::slots).reduce(0, (a, b) -> a | b);
    }

    /** {@return how many bookings take a slot} */
    int bookingsOf(int slot, boolean pastOnly) {
        return (int) counted(pastOnly)
                .filter(booking -> (booking.slots() & (1 << slot)) != 0)
                .count();
    }

    /** {@return the venues of the face-to-face bookings, sorted} */
    Set<String> venueIds(boolean pastOnly) {
        Set<String> venues = new TreeSet<>();
        counted(pastOnly).forEach(booking -> {
            String venue = booking.venueId();
            if (venue != null) {
                venues.add(venue);
            }
        });
        return venues;
    }

    /** {@return whether a booking is virtual} */
    boolean hasVirtual(boolean pastOnly) {
        return counted(pastOnly).anyMatch(booking -> booking.isDelivered(Delivery.VIRTUAL));
    }

    /** {@return whether every booking is past} */
    boolean isPast() {
        return bookings.stream().allMatch(PlacedBooking::past);
    }

    /** {@return whether a booking is past} */
    boolean hasPast() {
        return bookings.stream().anyMatch(PlacedBooking::past);
    }

    String subject() {
        return person.id() + " " + date;
    }

    private Stream<PlacedBooking> counted(boolean pastOnly) {
        return pastOnly ? bookings.stream().filter(PlacedBooking::past) : bookings.stream();
    }
}
