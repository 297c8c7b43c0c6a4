package io.muster.data.disruption;

import io.muster.data.plan.Booking;
import io.muster.data.plan.BookingKey;
import io.muster.data.plan.Disruption;
import io.muster.data.plan.Disruption.Kind;
import io.muster.data.plan.Plan;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** The baseline bookings that cancelled sessions and no-shows leave void. */
final class VoidedBookings {
    private final Plan baseline;
    private final Set<String> cancelledSessions = new HashSet<>();
    private final Map<String, Set<String>> missedByStaff = new HashMap<>();

    VoidedBookings(Plan baseline) {
        this.baseline = baseline;
    }

    void add(Disruption disruption) {
        if (disruption.kind() == Kind.SESSION_CANCELLED) {
            cancelledSessions.add(disruption.subject());
        } else if (disruption.kind() == Kind.NO_SHOW) {
            missedByStaff
                    .computeIfAbsent(disruption.subject(), staffId -> new HashSet<>())
                    .add(Cells.value(disruption));
        }
    }

    Set<String> cancelledSessions() {
        return cancelledSessions;
    }

    Set<BookingKey> keys() {
        if (cancelledSessions.isEmpty() && missedByStaff.isEmpty()) {
            return Set.of();
        }
        Set<BookingKey> keys = new HashSet<>();
        for (Booking booking : baseline.bookings()) {
            String sessionId = booking.sessionId();
            if (sessionId != null
                    && booking.counts()
                    && (cancelledSessions.contains(sessionId)
                            || missedByStaff
                                    .getOrDefault(booking.staffId(), Set.of())
                                    .contains(sessionId))) {
                keys.add(BookingKey.of(booking));
            }
        }
        return keys;
    }
}
