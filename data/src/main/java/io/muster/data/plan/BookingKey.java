package io.muster.data.plan;

/**
 * The key of a booking, decision or unbooked requirement.
 *
 * @param staffId the staff member
 * @param moduleId the module
 */
public record BookingKey(String staffId, String moduleId) {

    /** {@return the key of a booking} */
    public static BookingKey of(Booking booking) {
        return new BookingKey(booking.staffId(), booking.moduleId());
    }

    @Override
    public String toString() {
        return staffId + " " + moduleId;
    }
}
