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
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A plan by id and cell, bookings that count only. Rows whose staff member or module is unknown, and the second row of a
 * key, are left out: {@link FormatRules} reports them, and no other rule can judge them.
 */
final class PlanIndex {

    private final DataIndex index;
    private final Plan plan;
    private final BaselineIndex baseline;
    private final ScopeCells scope;
    private final int[] bookingCells;
    private final Map<String, RunningSession> sessions = new LinkedHashMap<>();
    private final List<RunningSession> runningSessions;
    private final List<PlacedBooking> bookings = new ArrayList<>();
    private final List<List<PlacedBooking>> bookingsByCell;
    private final List<StaffDay> staffDays = new ArrayList<>();

    /** Says which bookings break no rule. */
    @FunctionalInterface
    interface PastTest {
        boolean isPast(Booking booking, int cell, long day);
    }

    /** A plan judged against a baseline. */
    PlanIndex(DataIndex index, Plan plan, BaselineIndex baseline) {
        this(index, plan, baseline, baseline::isPast);
    }

    /** A plan of which some bookings are past. */
    PlanIndex(DataIndex index, Plan plan, BaselineIndex baseline, PastTest past) {
        this.index = index;
        this.plan = plan;
        this.baseline = baseline;
        this.scope = index.cellsOf(plan.scope());
        this.bookingCells = new int[plan.bookings().size()];
        this.bookingsByCell = new ArrayList<>(Collections.nCopies(index.cells(), List.<PlacedBooking>of()));
        indexSessions();
        indexBookings(past);
        this.runningSessions =
                sessions.values().stream().filter(RunningSession::runs).toList();
        indexDays();
    }

    private void indexSessions() {
        for (SessionRow row : plan.sessions()) {
            TrainingModule module = index.findModule(row.moduleId());
            if (module != null && module.delivery() != Delivery.DIGITAL) {
                Room room = roomOf(row, module);
                int capacity = room == null
                        ? module.maxClass()
                        : Math.min(index.capacityOn(room, row.date()), module.maxClass());
                sessions.putIfAbsent(
                        row.id(),
                        new RunningSession(row, module, room, index.slots().mask(row.slotIds()), capacity));
            }
        }
    }

    private @Nullable Room roomOf(SessionRow row, TrainingModule module) {
        String roomId = row.roomId();
        return roomId == null || module.delivery() != Delivery.FACE_TO_FACE ? null : index.findRoom(roomId);
    }

    private void indexBookings(PastTest past) {
        CellFinder finder = index.finder();
        int row = 0;
        for (Booking booking : plan.bookings()) {
            int cell = finder.cellOf(booking.staffId(), booking.moduleId());
            bookingCells[row++] = cell;
            if (cell != CellFinder.UNKNOWN && booking.counts()) {
                place(booking, cell, past);
            }
        }
    }

    private void place(Booking booking, int cell, PastTest past) {
        TrainingModule module = index.moduleOf(cell);
        String sessionId = booking.sessionId();
        RunningSession session =
                sessionId == null || module.delivery() == Delivery.DIGITAL ? null : sessions.get(sessionId);
        long day = booking.date().toEpochDay();
        PlacedBooking placed = new PlacedBooking(
                booking,
                cell,
                day,
                index.personOf(cell),
                module,
                scope.decisionOf(cell),
                session,
                index.slots().mask(booking.slotIds()),
                past.isPast(booking, cell, day));
        bookings.add(placed);
        bookingsByCell.set(cell, with(bookingsByCell.get(cell), placed));
        if (session != null) {
            session.add(placed);
        }
    }

    private void indexDays() {
        for (Person person : index.people()) {
            addDays(bookingsOf(person), staffDays);
        }
    }

    /** Adds the days of one person's bookings, by date; sorts the bookings by day. */
    static void addDays(List<PlacedBooking> own, List<StaffDay> days) {
        own.sort(Comparator.comparingLong(PlacedBooking::day));
        int from = 0;
        while (from < own.size()) {
            int to = from + 1;
            while (to < own.size() && own.get(to).day() == own.get(from).day()) {
                to++;
            }
            days.add(new StaffDay(List.copyOf(own.subList(from, to))));
            from = to;
        }
    }

    /** {@return the list with one item more; lists of cells mostly hold one} */
    static <T> List<T> with(List<T> list, T item) {
        if (list.isEmpty()) {
            return List.of(item);
        }
        List<T> longer = new ArrayList<>(list);
        longer.add(item);
        return List.copyOf(longer);
    }

    /** {@return the bookings of several sessions} */
    static List<PlacedBooking> bookingsOf(Collection<RunningSession> sessions) {
        return sessions.stream().flatMap(session -> session.bookings().stream()).toList();
    }

    Plan plan() {
        return plan;
    }

    BaselineIndex baseline() {
        return baseline;
    }

    /** {@return the cell of a row of scope.csv, or {@link CellFinder#UNKNOWN}} */
    int cellOfScope(int row) {
        return scope.cellOf(row);
    }

    /** {@return the cell of a row of bookings.csv, or {@link CellFinder#UNKNOWN}} */
    int cellOfBooking(int row) {
        return bookingCells[row];
    }

    /** {@return the decision of a cell; null: there is none} */
    @Nullable
    ScopeDecision decisionOf(int cell) {
        return scope.decisionOf(cell);
    }

    /** {@return whether the decision of a cell is a requirement} */
    boolean isRequirement(int cell) {
        ScopeDecision decision = scope.decisionOf(cell);
        return decision != null && decision.isRequirement(index.programme().lastDay());
    }

    @Nullable
    RunningSession findSession(String id) {
        return sessions.get(id);
    }

    /** {@return the sessions with a booking that counts} */
    List<RunningSession> runningSessions() {
        return runningSessions;
    }

    /** {@return every booking that counts} */
    List<PlacedBooking> bookings() {
        return bookings;
    }

    /** {@return the bookings of a cell that count} */
    List<PlacedBooking> bookingsOf(int cell) {
        return bookingsByCell.get(cell);
    }

    /** {@return the bookings of a person that count, by module; a list of its own} */
    List<PlacedBooking> bookingsOf(Person person) {
        int modules = index.data().modules().size();
        List<PlacedBooking> own = new ArrayList<>(modules);
        int first = person.position() * modules;
        for (int cell = first; cell < first + modules; cell++) {
            own.addAll(bookingsByCell.get(cell));
        }
        return own;
    }

    /** {@return whether a baseline booking moved or was dropped: the plan does not have the same one} */
    boolean isChanged(BaselineIndex.Old old) {
        if (old.cell() != CellFinder.UNKNOWN) {
            for (PlacedBooking now : bookingsByCell.get(old.cell())) {
                if (BaselineIndex.isSame(old.booking(), now.booking())) {
                    return false;
                }
            }
        }
        return true;
    }

    /** {@return the earliest date on which the plan books a cell; null: it does not} */
    @Nullable
    LocalDate newDateOf(int cell) {
        return cell == CellFinder.UNKNOWN
                ? null
                : bookingsByCell.get(cell).stream()
                        .map(PlacedBooking::date)
                        .min(Comparator.naturalOrder())
                        .orElse(null);
    }

    /** {@return days with a booking that counts, by staff member and then date} */
    List<StaffDay> staffDays() {
        return staffDays;
    }
}
