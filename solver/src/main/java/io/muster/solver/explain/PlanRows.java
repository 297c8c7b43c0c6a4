package io.muster.solver.explain;

import io.muster.data.plan.Booking;
import io.muster.data.plan.BookingKey;
import io.muster.data.plan.CodePointOrder;
import io.muster.data.plan.Plan;
import io.muster.data.plan.SessionRow;
import io.muster.data.plan.Unbooked;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The rows of a plan with some bookings made, moved or cancelled; everything else stays as it is. */
final class PlanRows {

    /** Code of {@code unbooked.csv}: a planner cancelled the booking. */
    static final String CANCELLED_BY_HAND = "CANCELLED_BY_HAND";

    private static final Comparator<String> CODE_POINTS = CodePointOrder.COMPARATOR;

    private PlanRows() {}

    /**
     * Where a booking goes.
     *
     * @param key whose
     * @param to where; null: cancelled
     */
    record Edit(BookingKey key, @Nullable Spot to) {}

    /**
     * Edits a plan. Its summary is left out: it has to be made anew.
     *
     * @param plan the plan
     * @param edits at most one for each key; sessions that would have to be opened are added, sessions that nobody is
     *     booked in any more fall away
     * @return the edited plan, rows sorted; valid or not
     */
    static Plan edited(Plan plan, List<Edit> edits) {
        Map<BookingKey, Edit> editOf = new HashMap<>();
        edits.forEach(edit -> editOf.put(edit.key(), edit));
        Map<String, Integer> difference = new HashMap<>();
        Map<BookingKey, Booking.Status> statusOf = new HashMap<>();
        List<Booking> bookings = new ArrayList<>(plan.bookings().size() + edits.size());
        for (Booking booking : plan.bookings()) {
            BookingKey key = BookingKey.of(booking);
            if (booking.counts() && editOf.containsKey(key)) {
                statusOf.put(key, booking.status());
                count(difference, booking.sessionId(), -1);
            } else {
                bookings.add(booking);
            }
        }
        List<Unbooked> unbooked = new ArrayList<>(plan.unbooked());
        unbooked.removeIf(row -> editOf.containsKey(new BookingKey(row.staffId(), row.moduleId())));
        Map<String, SessionRow> sessions = new HashMap<>();
        plan.sessions().forEach(row -> sessions.put(row.id(), row));
        for (Edit edit : edits) {
            Spot to = edit.to();
            if (to == null) {
                unbooked.add(new Unbooked(
                        edit.key().staffId(),
                        edit.key().moduleId(),
                        CANCELLED_BY_HAND,
                        "A planner cancelled the booking; book it again, or leave it."));
                continue;
            }
            bookings.add(new Booking(
                    edit.key().staffId(),
                    edit.key().moduleId(),
                    to.sessionId(),
                    to.date(),
                    to.slotIds(),
                    statusOf.getOrDefault(edit.key(), Booking.Status.PLANNED)));
            String sessionId = to.sessionId();
            if (sessionId != null) {
                count(difference, sessionId, 1);
                if (to.opens()) {
                    sessions.put(sessionId, opened(sessionId, edit.key().moduleId(), to, sessions.get(sessionId)));
                }
            }
        }
        return new Plan(
                plan.scope(),
                recounted(sessions, difference),
                sorted(bookings, Booking::staffId, Booking::moduleId),
                sorted(unbooked, Unbooked::staffId, Unbooked::moduleId),
                plan.changes(),
                plan.pins().stream()
                        .filter(pin ->
                                !editOf.containsKey(pin) || editOf.get(pin).to() != null)
                        .toList(),
                null);
    }

    private static void count(Map<String, Integer> difference, @Nullable String sessionId, int change) {
        if (sessionId != null) {
            difference.merge(sessionId, change, Integer::sum);
        }
    }

    /** The row of a session that opens; one that runs already under that id keeps its bookings and its status. */
    private static SessionRow opened(String sessionId, String moduleId, Spot to, @Nullable SessionRow former) {
        return new SessionRow(
                sessionId,
                moduleId,
                to.date(),
                to.slotIds(),
                to.roomId(),
                to.venueId(),
                to.trainerIds(),
                to.capacity(),
                former == null ? 0 : former.booked(),
                former == null ? SessionRow.Status.PLANNED : former.status());
    }

    private static List<SessionRow> recounted(Map<String, SessionRow> sessions, Map<String, Integer> difference) {
        List<SessionRow> rows = new ArrayList<>(sessions.size());
        for (SessionRow row : sessions.values()) {
            int change = difference.getOrDefault(row.id(), 0);
            SessionRow now = change == 0 ? row : withBooked(row, row.booked() + change);
            if (now.booked() > 0 || now.status() == SessionRow.Status.CANCELLED) {
                rows.add(now);
            }
        }
        rows.sort(Comparator.comparing(SessionRow::id, CODE_POINTS));
        return rows;
    }

    private static SessionRow withBooked(SessionRow row, int booked) {
        return new SessionRow(
                row.id(),
                row.moduleId(),
                row.date(),
                row.slotIds(),
                row.roomId(),
                row.venueId(),
                row.trainerIds(),
                row.capacity(),
                booked,
                row.status());
    }

    private static <R> List<R> sorted(
            List<R> rows, java.util.function.Function<R, String> staff, java.util.function.Function<R, String> module) {
        return rows.stream()
                .sorted(Comparator.comparing(staff, CODE_POINTS).thenComparing(module, CODE_POINTS))
                .toList();
    }
}
