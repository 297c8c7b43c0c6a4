package io.muster.solver.check;

import io.muster.data.model.TrainingModule.Delivery;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/** A person's bookings of one day. */
final class StaffDay {

    private final Person person;
    private final long day;
    private final List<PlacedBooking> bookings;
    private final int slots;
    private final int pastSlots;
    private final int past;

    /** Of at least one booking, all of one person and day. */
    StaffDay(List<PlacedBooking> bookings) {
        this.person = bookings.get(0).person();
        this.day = bookings.get(0).day();
        this.bookings = bookings;
        int all = 0;
        int earlier = 0;
        int count = 0;
        for (PlacedBooking booking : bookings) {
            all |= booking.slots();
            if (booking.past()) {
                earlier |= booking.slots();
                count++;
            }
        }
        this.slots = all;
        this.pastSlots = earlier;
        this.past = count;
    }

    Person person() {
        return person;
    }

    long day() {
        return day;
    }

    LocalDate date() {
        return bookings.get(0).date();
    }

    List<PlacedBooking> bookings() {
        return bookings;
    }

    /** {@return the slots booked, by past bookings alone or by all} */
    int slots(boolean pastOnly) {
        return pastOnly ? pastSlots : slots;
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
    Set<String> venueIds() {
        Set<String> venues = new TreeSet<>();
        for (PlacedBooking booking : bookings) {
            String venue = booking.venueId();
            if (venue != null) {
                venues.add(venue);
            }
        }
        return venues;
    }

    /** {@return how many venues the face-to-face bookings have} */
    int venues(boolean pastOnly) {
        int venues = 0;
        for (int i = 0; i < bookings.size(); i++) {
            String venue = bookings.get(i).venueId();
            boolean isNew = venue != null && (!pastOnly || bookings.get(i).past());
            for (int j = 0; isNew && j < i; j++) {
                isNew = !Objects.equals(venue, bookings.get(j).venueId())
                        || (pastOnly && !bookings.get(j).past());
            }
            venues += isNew ? 1 : 0;
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
        return past == bookings.size();
    }

    /** {@return whether a booking is past} */
    boolean hasPast() {
        return past > 0;
    }

    String subject() {
        return person.id() + " " + date();
    }
}
