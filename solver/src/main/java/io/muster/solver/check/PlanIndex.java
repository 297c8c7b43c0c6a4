package io.muster.solver.check;

import io.muster.data.model.Room;
import io.muster.data.model.TrainingModule;
import io.muster.data.model.TrainingModule.Delivery;
import io.muster.data.plan.Booking;
import io.muster.data.plan.Plan;
import io.muster.data.plan.ScopeDecision;
import io.muster.data.plan.SessionRow;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A plan by id, bookings that count only. Rows whose staff member or module is unknown, and the second row of a key, are
 * left out: {@link FormatRules} reports them, and no other rule can judge them.
 */
final class PlanIndex {

    private final Plan plan;
    private final BaselineIndex baseline;
    private final Map<StaffModule, ScopeDecision> decisions = new LinkedHashMap<>();
    private final Map<String, RunningSession> sessions = new LinkedHashMap<>();
    private final List<PlacedBooking> bookings = new ArrayList<>();
    private final Map<StaffModule, List<PlacedBooking>> bookingsByKey = new LinkedHashMap<>();
    private final List<StaffDay> staffDays = new ArrayList<>();

    PlanIndex(DataIndex index, Plan plan, BaselineIndex baseline) {
        this.plan = plan;
        this.baseline = baseline;
        for (ScopeDecision decision : plan.scope()) {
            if (index.findPerson(decision.staffId()) != null && index.findModule(decision.moduleId()) != null) {
                decisions.putIfAbsent(new StaffModule(decision.staffId(), decision.moduleId()), decision);
            }
        }
        for (SessionRow row : plan.sessions()) {
            TrainingModule module = index.findModule(row.moduleId());
            if (module != null && module.delivery() != Delivery.DIGITAL) {
                sessions.putIfAbsent(
                        row.id(),
                        new RunningSession(
                                row,
                                module,
                                roomOf(index, row, module),
                                index.slots().mask(row.slotIds())));
            }
        }
        for (Booking booking : plan.bookings()) {
            if (booking.counts()) {
                place(index, booking);
            }
        }
        indexDays();
    }

    private static @Nullable Room roomOf(DataIndex index, SessionRow row, TrainingModule module) {
        String roomId = row.roomId();
        return roomId == null || module.delivery() != Delivery.FACE_TO_FACE ? null : index.findRoom(roomId);
    }

    private void place(DataIndex index, Booking booking) {
        Person person = index.findPerson(booking.staffId());
        TrainingModule module = index.findModule(booking.moduleId());
        if (person == null || module == null) {
            return;
        }
        String sessionId = booking.sessionId();
        RunningSession session =
                sessionId == null || module.delivery() == Delivery.DIGITAL ? null : sessions.get(sessionId);
        StaffModule key = BaselineIndex.keyOf(booking);
        PlacedBooking placed = new PlacedBooking(
                booking,
                person,
                module,
                decisions.get(key),
                session,
                index.slots().mask(booking.slotIds()),
                baseline.isPast(booking));
        bookings.add(placed);
        bookingsByKey.computeIfAbsent(key, k -> new ArrayList<>(1)).add(placed);
        if (session != null) {
            session.add(placed);
        }
    }

    private void indexDays() {
        List<PlacedBooking> sorted = new ArrayList<>(bookings);
        sorted.sort(
                Comparator.comparing((PlacedBooking booking) -> booking.person().id())
                        .thenComparing(PlacedBooking::date));
        int from = 0;
        while (from < sorted.size()) {
            Person person = sorted.get(from).person();
            LocalDate date = sorted.get(from).date();
            int to = from + 1;
            while (to < sorted.size()
                    && sorted.get(to).person() == person
                    && sorted.get(to).date().equals(date)) {
                to++;
            }
            staffDays.add(new StaffDay(person, date, List.copyOf(sorted.subList(from, to))));
            from = to;
        }
    }

    Plan plan() {
        return plan;
    }

    BaselineIndex baseline() {
        return baseline;
    }

    /** {@return the decisions, in the order of scope.csv} */
    Map<StaffModule, ScopeDecision> decisions() {
        return decisions;
    }

    @Nullable
    RunningSession findSession(String id) {
        return sessions.get(id);
    }

    /** {@return the sessions with a booking that counts} */
    List<RunningSession> runningSessions() {
        return sessions.values().stream().filter(RunningSession::runs).toList();
    }

    /** {@return every booking that counts} */
    List<PlacedBooking> bookings() {
        return bookings;
    }

    /** {@return the bookings of a staff member and module that count} */
    List<PlacedBooking> bookingsOf(StaffModule key) {
        return bookingsByKey.getOrDefault(key, List.of());
    }

    /** {@return whether a baseline booking moved or was dropped: the plan does not have the same one} */
    boolean isChanged(Booking old) {
        return bookingsOf(BaselineIndex.keyOf(old)).stream().noneMatch(now -> BaselineIndex.isSame(old, now.booking()));
    }

    /** {@return the earliest date on which the plan books the key; null: it does not} */
    @Nullable
    LocalDate newDateOf(StaffModule key) {
        return bookingsOf(key).stream()
                .map(PlacedBooking::date)
                .min(Comparator.naturalOrder())
                .orElse(null);
    }

    /** {@return the counting bookings of each key that has one} */
    Collection<List<PlacedBooking>> bookingsByKey() {
        return bookingsByKey.values();
    }

    /** {@return days with a booking that counts, by staff member and then date} */
    List<StaffDay> staffDays() {
        return staffDays;
    }
}
