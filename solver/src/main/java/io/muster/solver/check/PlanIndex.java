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
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A plan by id and cell, bookings that count only. Rows whose staff member or module is unknown, and the second row of a
 * key, are left out: {@link FormatRules} reports them, and no other rule can judge them.
 */
final class PlanIndex {

    /** Rows or people looked at in one go. */
    private static final int PART = 4_096;

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

    private PlanIndex(PlanIndex other, Set<PlacedBooking> leaving) {
        this.index = other.index;
        this.plan = other.plan;
        this.baseline = other.baseline;
        this.scope = other.scope;
        this.bookingCells = other.bookingCells;
        this.bookingsByCell = new ArrayList<>(other.bookingsByCell);
        sessions.putAll(other.sessions);
        Set<Person> leavers = new HashSet<>();
        for (PlacedBooking booking : leaving) {
            leavers.add(booking.person());
            bookingsByCell.set(
                    booking.cell(),
                    other.bookingsOf(booking.cell()).stream()
                            .filter(own -> !leaving.contains(own))
                            .toList());
            RunningSession session = booking.session();
            // Once for each session, whoever of it leaves first.
            if (session != null && sessions.get(session.id()) == session) {
                sessions.put(session.id(), session.without(leaving));
            }
        }
        for (PlacedBooking booking : other.bookings) {
            if (!leaving.contains(booking)) {
                bookings.add(booking);
            }
        }
        this.runningSessions =
                sessions.values().stream().filter(RunningSession::runs).toList();
        Person last = null;
        for (StaffDay day : other.staffDays) {
            if (!leavers.contains(day.person())) {
                staffDays.add(day);
            } else if (day.person() != last) {
                addDays(bookingsOf(day.person()), staffDays);
            }
            last = day.person();
        }
    }

    /**
     * The same plan without some of its bookings.
     *
     * @param leaving bookings of this plan, compared by identity
     * @return the rest; {@link #plan()} still has the rows of all
     */
    PlanIndex without(Set<PlacedBooking> leaving) {
        return new PlanIndex(this, leaving);
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

    /** Rows are resolved at the same time; what follows from their order comes after. */
    private void indexBookings(PastTest past) {
        List<Booking> rows = plan.bookings();
        @Nullable PlacedBooking[] placed = new @Nullable PlacedBooking[rows.size()];
        inParts(rows.size(), (from, to) -> {
            CellFinder finder = index.finder();
            for (int row = from; row < to; row++) {
                Booking booking = rows.get(row);
                int cell = finder.cellOf(booking.staffId(), booking.moduleId());
                bookingCells[row] = cell;
                if (cell != CellFinder.UNKNOWN && booking.counts()) {
                    placed[row] = place(booking, cell, past);
                }
            }
            return List.of();
        });
        for (PlacedBooking booking : placed) {
            if (booking != null) {
                bookings.add(booking);
                bookingsByCell.set(booking.cell(), with(bookingsByCell.get(booking.cell()), booking));
                if (booking.session() != null) {
                    booking.session().add(booking);
                }
            }
        }
    }

    private PlacedBooking place(Booking booking, int cell, PastTest past) {
        TrainingModule module = index.moduleOf(cell);
        String sessionId = booking.sessionId();
        RunningSession session =
                sessionId == null || module.delivery() == Delivery.DIGITAL ? null : sessions.get(sessionId);
        long day = booking.date().toEpochDay();
        return new PlacedBooking(
                booking,
                cell,
                day,
                index.personOf(cell),
                module,
                scope.decisionOf(cell),
                session,
                index.slots().mask(booking.slotIds()),
                past.isPast(booking, cell, day));
    }

    private void indexDays() {
        List<Person> people = index.people();
        staffDays.addAll(inParts(people.size(), (from, to) -> {
            List<StaffDay> days = new ArrayList<>();
            for (int i = from; i < to; i++) {
                addDays(bookingsOf(people.get(i)), days);
            }
            return days;
        }));
    }

    /** What is to be done for a part of a list. */
    @FunctionalInterface
    private interface PartWork<T> {
        List<T> of(int from, int to);
    }

    /** Does something for each part of a list, several at the same time; the results are in the order of the parts. */
    private static <T> List<T> inParts(int size, PartWork<T> work) {
        int parts = (size + PART - 1) / PART;
        return IntStream.range(0, parts)
                .parallel()
                .mapToObj(part -> work.of(part * PART, Math.min(size, (part + 1) * PART)))
                .flatMap(List::stream)
                .toList();
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
