package io.muster.solver.replan;

import io.muster.data.model.Programme;
import io.muster.data.plan.Booking;
import io.muster.data.plan.BookingKey;
import io.muster.data.plan.Change;
import io.muster.data.plan.CodePointOrder;
import io.muster.data.plan.Disruption;
import io.muster.data.plan.SessionRow;
import io.muster.data.plan.Unbooked;
import io.muster.solver.PlanMapper;
import io.muster.solver.explain.UnbookedExplainer;
import io.muster.solver.problem.BaselineBookings;
import io.muster.solver.problem.Notice;
import io.muster.solver.problem.Problem;
import io.muster.solver.state.Assignment;
import io.muster.solver.state.PlanState;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Turns a repaired plan into the rows of its folder: what did not move keeps its row as the published plan has it. */
final class ReplanRows {

    private final ReplanRequest request;
    private final Problem problem;
    private final PlanState state;
    private final Programme programme;
    private final Causes causes;
    private final SessionNames names;
    private final PlanMapper mapper;
    /** The published plan's counting booking of each requirement; null entries: none. */
    private final @Nullable Booking[] old;

    /** Keys of no-shows and cancelled bookings of the published plan. */
    private final Set<BookingKey> missed = new HashSet<>();

    private final Map<String, Integer> bookedIn = new HashMap<>();
    private final List<Booking> bookings = new ArrayList<>();
    private final List<Unbooked> unbooked = new ArrayList<>();
    private final List<Change> changes = new ArrayList<>();

    ReplanRows(ReplanRequest request, PlanState state, @Nullable Booking[] old) {
        this.request = request;
        this.state = state;
        this.old = old;
        problem = state.problem();
        programme = problem.dataSet.programme();
        causes = new Causes(
                problem.dataSet, request.disruptions(), request.baseline().sessions());
        mapper = new PlanMapper(problem);
        names = new SessionNames(state, request.baseline().sessions(), request.cancelledSessions(), old);
        request.baseline().bookings().stream()
                .filter(booking -> !booking.counts())
                .forEach(booking -> missed.add(BookingKey.of(booking)));
        bookings();
        leftBehind();
        bookings.sort(Comparator.comparing(Booking::staffId, CodePointOrder.COMPARATOR)
                .thenComparing(Booking::moduleId, CodePointOrder.COMPARATOR));
        unbooked.sort(Comparator.comparing(Unbooked::staffId, CodePointOrder.COMPARATOR)
                .thenComparing(Unbooked::moduleId, CodePointOrder.COMPARATOR));
        changes.sort(Comparator.comparing(Change::staffId, CodePointOrder.COMPARATOR)
                .thenComparing(Change::moduleId, CodePointOrder.COMPARATOR));
    }

    /** {@return bookings, by staff member and module} */
    List<Booking> bookingRows() {
        return bookings;
    }

    /** {@return unbooked requirements, by staff member and module} */
    List<Unbooked> unbookedRows() {
        return unbooked;
    }

    /** {@return changes, by staff member and module} */
    List<Change> changeRows() {
        return changes;
    }

    // ---- Bookings --------------------------------------------------------------------------------------------------

    private void bookings() {
        UnbookedExplainer explainer = new UnbookedExplainer(state);
        for (int r = 0; r < problem.requirements.count; r++) {
            Booking before = old[r];
            if (problem.baseline.isPast[r] && before != null) {
                add(before);
            } else if (state.isBooked(r)) {
                Booking now = row(r, before);
                add(now);
                if (before == null) {
                    newlyBooked(r, now);
                } else if (now != before && !isSame(before, now)) {
                    moved(r, before, now);
                }
            } else {
                unbooked.add(explainer.explain(r));
                if (before != null) {
                    moved(r, before, null);
                }
            }
        }
        for (BaselineBookings.Dropped dropped : problem.baseline.dropped) {
            Booking gone = dropped.booking();
            Notice notice = Notice.ofChange(programme, gone.date(), null);
            Disruption cause = causes.of(gone);
            changes.add(
                    change(gone, null, ChangeReason.OUT_OF_SCOPE.name(), cause == null ? null : cause.id(), notice));
        }
    }

    private void add(Booking booking) {
        bookings.add(booking);
        if (booking.sessionId() != null) {
            bookedIn.merge(booking.sessionId(), 1, Integer::sum);
        }
    }

    private static boolean isSame(Booking one, Booking other) {
        return one.date().equals(other.date()) && one.slotIds().equals(other.slotIds());
    }

    /** The row of a booked requirement: the old one where nothing of it changes. */
    private Booking row(int r, @Nullable Booking before) {
        int place = state.sessionOf(r);
        int module = problem.requirements.moduleOf[r];
        String sessionId = problem.estate.isDigital(place) ? null : names.idOf(place);
        boolean isSame = problem.baseline.isSame(r, state.dayOf(r), state.maskOf(r));
        if (before != null && isSame && Objects.equals(sessionId, before.sessionId())) {
            return before;
        }
        return new Booking(
                problem.dataSet.staff().get(problem.requirements.staffOf[r]).id(),
                problem.dataSet.modules().get(module).id(),
                sessionId,
                problem.calendar.dateOf[state.dayOf(r)],
                mapper.slotIds(place, module),
                before != null && isSame ? before.status() : Booking.Status.PLANNED);
    }

    /** No-shows and cancelled bookings that nothing replaces. */
    private void leftBehind() {
        Set<BookingKey> noShows = new HashSet<>();
        for (Disruption disruption : request.disruptions()) {
            if (disruption.kind() == Disruption.Kind.NO_SHOW) {
                request.voided().stream()
                        .filter(key -> key.staffId().equals(disruption.subject()))
                        .forEach(noShows::add);
            }
        }
        for (Booking before : request.baseline().bookings()) {
            if (before.counts() && noShows.isEmpty()) {
                continue;
            }
            BookingKey key = BookingKey.of(before);
            if (!before.counts()) {
                if (!isBooked(key)) {
                    bookings.add(before);
                }
            } else if (noShows.contains(key)
                    && !request.cancelledSessions().contains(before.sessionId())
                    && !isBooked(key)) {
                bookings.add(new Booking(
                        before.staffId(),
                        before.moduleId(),
                        before.sessionId(),
                        before.date(),
                        before.slotIds(),
                        Booking.Status.NO_SHOW));
            }
        }
    }

    private boolean isBooked(BookingKey key) {
        int r = problem.requirementOf(key);
        return r >= 0 && (state.isBooked(r) || (problem.baseline.isPast[r] && old[r] != null));
    }

    // ---- Changes ---------------------------------------------------------------------------------------------------

    private void newlyBooked(int r, Booking now) {
        BookingKey key = BookingKey.of(now);
        boolean isCatchUp = missed.contains(key);
        Disruption joining = causes.ofJoining(now.staffId());
        changes.add(new Change(
                now.staffId(),
                now.moduleId(),
                null,
                null,
                now.sessionId(),
                now.date(),
                (isCatchUp ? ChangeReason.CATCH_UP : ChangeReason.NEW_REQUIREMENT).name(),
                joining == null ? null : joining.id(),
                Notice.ofBooking(programme, now.date()).days(),
                Notice.ofBooking(programme, now.date()).band(),
                0));
    }

    private void moved(int r, Booking before, @Nullable Booking now) {
        Notice notice = Notice.ofChange(programme, before.date(), now == null ? null : now.date());
        if (!problem.baseline.isBroken[r] && !problem.baseline.isVoided[r]) {
            boolean isSearched = request.policy() == ReplanPolicy.LOWEST_COST;
            ChangeReason reason = isSearched ? ChangeReason.CHEAPER : ChangeReason.MADE_ROOM;
            Disruption only = causes.only();
            changes.add(change(before, now, reason.name(), only == null ? null : only.id(), notice));
            return;
        }
        Disruption cause = causes.of(before);
        if (cause != null) {
            changes.add(change(before, now, cause.kind().name(), cause.id(), notice));
            return;
        }
        Disruption indirect = causeOfAnother(prerequisites(r));
        ChangeReason reason = ChangeReason.DEPENDS_ON_MOVED;
        if (indirect == null) {
            indirect = causeOfAnother(mates(r));
            reason = indirect == null ? ChangeReason.RULE_BROKEN : ChangeReason.COHORT_MOVED;
        }
        if (indirect == null) {
            indirect = causes.only();
        }
        changes.add(change(before, now, reason.name(), indirect == null ? null : indirect.id(), notice));
    }

    private static Change change(
            Booking before, @Nullable Booking now, String reason, @Nullable String disruptionId, Notice notice) {
        return new Change(
                before.staffId(),
                before.moduleId(),
                before.sessionId(),
                before.date(),
                now == null ? null : now.sessionId(),
                now == null ? null : now.date(),
                reason,
                disruptionId,
                notice.days(),
                notice.band(),
                notice.pence());
    }

    private @Nullable Disruption causeOfAnother(List<Integer> others) {
        for (int q : others) {
            Booking other = old[q];
            Disruption cause = other == null || !(problem.baseline.isBroken[q] || problem.baseline.isVoided[q])
                    ? null
                    : causes.of(other);
            if (cause != null) {
                return cause;
            }
        }
        return null;
    }

    /** What has to come before a requirement, however far before. */
    private List<Integer> prerequisites(int r) {
        List<Integer> found = new ArrayList<>();
        int p = problem.requirements.staffOf[r];
        List<Integer> modules = new ArrayList<>(List.of(problem.requirements.moduleOf[r]));
        for (int i = 0; i < modules.size(); i++) {
            for (int before : problem.curriculum.after[modules.get(i)]) {
                if (!modules.contains(before)) {
                    modules.add(before);
                    int q = problem.requirements.at[p * problem.curriculum.modules + before];
                    if (q >= 0) {
                        found.add(q);
                    }
                }
            }
        }
        return found;
    }

    /** The others of a requirement's cohort in its module. */
    private List<Integer> mates(int r) {
        List<Integer> found = new ArrayList<>();
        int cohort = problem.workforce.cohortOf[problem.requirements.staffOf[r]];
        int module = problem.requirements.moduleOf[r];
        for (int p = 0; cohort >= 0 && p < problem.workforce.staff; p++) {
            int q = problem.requirements.at[p * problem.curriculum.modules + module];
            if (problem.workforce.cohortOf[p] == cohort && q >= 0 && q != r) {
                found.add(q);
            }
        }
        return found;
    }

    // ---- Sessions --------------------------------------------------------------------------------------------------

    /** {@return sessions with a booking, and cancelled ones, by id} */
    List<SessionRow> sessionRows() {
        List<SessionRow> rows = new ArrayList<>();
        Set<String> listed = new HashSet<>();
        Assignment assignment = state.assignment();
        for (int place : names.running()) {
            SessionRow row = row(assignment, place);
            rows.add(row);
            listed.add(row.id());
        }
        Set<String> named = new HashSet<>();
        bookings.forEach(booking -> {
            if (booking.sessionId() != null) {
                named.add(booking.sessionId());
            }
        });
        for (SessionRow before : request.baseline().sessions()) {
            if (listed.contains(before.id())) {
                continue;
            }
            int booked = bookedIn.getOrDefault(before.id(), 0);
            boolean isOver = before.date().isBefore(programme.asOf()) && named.contains(before.id());
            rows.add(with(before, booked, isOver ? before.status() : SessionRow.Status.CANCELLED));
        }
        rows.sort(Comparator.comparing(SessionRow::id, CodePointOrder.COMPARATOR));
        return rows;
    }

    private static SessionRow with(SessionRow row, int booked, SessionRow.Status status) {
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
                status);
    }

    private SessionRow row(Assignment assignment, int place) {
        SessionRow planned = mapper.row(assignment, place, state.countOf(place));
        SessionRow before = names.findRow(place);
        return new SessionRow(
                names.idOf(place),
                planned.moduleId(),
                planned.date(),
                planned.slotIds(),
                planned.roomId(),
                planned.venueId(),
                planned.trainerIds(),
                planned.capacity(),
                planned.booked(),
                before == null ? planned.status() : before.status());
    }
}
