package io.muster.api.service.attendance;

import io.muster.data.plan.Booking;
import io.muster.data.plan.BookingKey;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongFunction;

/** What was recorded for a data set. Safe to share: it only ever learns of more. */
public final class AttendanceMarks {
    private final Map<Seat, Boolean> attendedBySeat = new ConcurrentHashMap<>();
    private long seen;

    AttendanceMarks() {}

    /**
     * Somebody's place in a session.
     *
     * @param staffId the staff member
     * @param moduleId the module
     * @param sessionId the session
     */
    record Seat(String staffId, String moduleId, String sessionId) {}

    /**
     * Where a booking stands, with what was recorded of it.
     *
     * @param booking a booking of the published plan
     * @return {@code ATTENDED} or {@code NO_SHOW} where that was recorded and the booking counts, or else what the plan
     *     says
     */
    public Booking.Status statusOf(Booking booking) {
        String sessionId = booking.sessionId();
        if (sessionId == null || !booking.counts()) {
            return booking.status();
        }
        Boolean attended = attendedBySeat.get(new Seat(booking.staffId(), booking.moduleId(), sessionId));
        if (attended == null) {
            return booking.status();
        }
        return attended ? Booking.Status.ATTENDED : Booking.Status.NO_SHOW;
    }

    /** {@return whom a session missed, with the module, who have not attended another of it} */
    public Set<BookingKey> missed() {
        Set<BookingKey> missed = new HashSet<>();
        Set<BookingKey> attended = new HashSet<>();
        attendedBySeat.forEach(
                (seat, came) -> (came ? attended : missed).add(new BookingKey(seat.staffId(), seat.moduleId())));
        missed.removeAll(attended);
        return missed;
    }

    /** Takes in what was recorded up to a count of changes. */
    synchronized void catchUp(long count, LongFunction<List<Attendance>> rowsAfter) {
        if (count <= seen) {
            return;
        }
        for (Attendance row : rowsAfter.apply(seen)) {
            attendedBySeat.put(row.seat(), row.attended());
            seen = Math.max(seen, row.number());
        }
    }
}
