package io.muster.solver.support;

import io.muster.data.model.DataSet;
import io.muster.data.model.Room;
import io.muster.data.model.TrainingModule;
import io.muster.data.plan.Booking;
import io.muster.data.plan.Change;
import io.muster.data.plan.Plan;
import io.muster.data.plan.ScopeDecision;
import io.muster.data.plan.ScopeDecision.Decision;
import io.muster.data.plan.SessionRow;
import io.muster.data.plan.Unbooked;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Builds a plan that hangs together: whatever is booked is in scope unless decided otherwise, and the columns
 * {@code capacity} and {@code booked} and the rows of {@code unbooked.csv} follow from the rest. {@code edit} methods
 * break it on purpose.
 */
public final class PlanBuilder {

    private final DataSet data;
    private final Map<String, ScopeDecision> decisions = new LinkedHashMap<>();
    private final Map<String, SessionRow> sessions = new LinkedHashMap<>();
    private final List<Booking> bookings = new ArrayList<>();
    private final List<Change> changes = new ArrayList<>();

    PlanBuilder(DataSet data) {
        this.data = data;
    }

    /** Puts staff members in scope of a module, with priority 0 and any date. */
    public PlanBuilder require(String moduleId, String... staffIds) {
        Arrays.stream(staffIds).forEach(staffId -> decide(staffId, moduleId, Decision.IN_SCOPE, 0, null, null));
        return this;
    }

    /** Decides without dates, with priority 0. */
    public PlanBuilder decide(String staffId, String moduleId, Decision decision) {
        return decide(staffId, moduleId, decision, 0, null, null);
    }

    /** Decides. */
    public PlanBuilder decide(
            String staffId,
            String moduleId,
            Decision decision,
            int priority,
            @Nullable LocalDate earliest,
            @Nullable LocalDate latest) {
        decisions.put(
                staffId + " " + moduleId,
                new ScopeDecision(staffId, moduleId, decision, "TEST-001", "Test.", priority, earliest, latest));
        return this;
    }

    /** Adds a session of {@link Fixtures#MODULE} in {@link Fixtures#ROOM} with {@link Fixtures#TRAINER}. */
    public PlanBuilder session(String id, LocalDate date, List<String> slotIds) {
        return session(id, Fixtures.MODULE, date, slotIds, Fixtures.ROOM, Fixtures.TRAINER);
    }

    /** Adds a session; its room is null where it is virtual. */
    public PlanBuilder session(
            String id,
            String moduleId,
            LocalDate date,
            List<String> slotIds,
            @Nullable String roomId,
            String... trainerIds) {
        Room room = roomId == null
                ? null
                : data.rooms().stream()
                        .filter(one -> one.id().equals(roomId))
                        .findFirst()
                        .orElse(null);
        int maxClass = module(moduleId).maxClass();
        sessions.put(
                id,
                new SessionRow(
                        id,
                        moduleId,
                        date,
                        slotIds,
                        roomId,
                        room == null ? null : room.venueId(),
                        List.of(trainerIds),
                        room == null ? maxClass : Math.min(room.capacity(), maxClass),
                        0,
                        SessionRow.Status.PLANNED));
        return this;
    }

    /** Books staff members into a session. */
    public PlanBuilder book(String sessionId, String... staffIds) {
        SessionRow session = sessions.get(sessionId);
        if (session == null) {
            throw new NoSuchElementException("Session " + sessionId + ". Maybe add it first.");
        }
        for (String staffId : staffIds) {
            booking(new Booking(
                    staffId, session.moduleId(), sessionId, session.date(), session.slotIds(), Booking.Status.PLANNED));
        }
        return this;
    }

    /** Books a staff member onto a digital module. */
    public PlanBuilder bookDigital(String staffId, String moduleId, LocalDate date, List<String> slotIds) {
        return booking(new Booking(staffId, moduleId, null, date, slotIds, Booking.Status.PLANNED));
    }

    /** Adds a booking as it is. */
    public PlanBuilder booking(Booking booking) {
        bookings.add(booking);
        return this;
    }

    /** Adds a row of changes.csv. */
    public PlanBuilder change(Change change) {
        changes.add(change);
        return this;
    }

    /** {@return the bookings so far, such as for a baseline} */
    public List<Booking> bookings() {
        return List.copyOf(bookings);
    }

    /** {@return the plan} */
    public Plan build() {
        Map<String, ScopeDecision> scope = new LinkedHashMap<>(decisions);
        for (Booking booking : bookings) {
            scope.computeIfAbsent(
                    booking.staffId() + " " + booking.moduleId(),
                    key -> new ScopeDecision(
                            booking.staffId(),
                            booking.moduleId(),
                            Decision.IN_SCOPE,
                            "TEST-001",
                            "Test.",
                            0,
                            null,
                            null));
        }
        List<Unbooked> unbooked = scope.values().stream()
                .filter(decision -> decision.isRequirement(data.programme().lastDay()))
                .filter(decision -> bookings.stream()
                        .noneMatch(booking -> booking.counts()
                                && booking.staffId().equals(decision.staffId())
                                && booking.moduleId().equals(decision.moduleId())))
                .map(decision -> new Unbooked(decision.staffId(), decision.moduleId(), "TEST", "Test."))
                .toList();
        return new Plan(
                List.copyOf(scope.values()),
                sessions.values().stream().map(this::counted).toList(),
                bookings,
                unbooked,
                changes,
                null);
    }

    /** {@return the plan with its sessions edited} */
    public Plan buildWithSessions(UnaryOperator<List<SessionRow>> edit) {
        Plan plan = build();
        return new Plan(
                plan.scope(), edit.apply(plan.sessions()), plan.bookings(), plan.unbooked(), plan.changes(), null);
    }

    /** {@return the plan with its rows of unbooked.csv edited} */
    public Plan buildWithUnbooked(UnaryOperator<List<Unbooked>> edit) {
        Plan plan = build();
        return new Plan(
                plan.scope(), plan.sessions(), plan.bookings(), edit.apply(plan.unbooked()), plan.changes(), null);
    }

    /** {@return the plan with its scope edited} */
    public Plan buildWithScope(UnaryOperator<List<ScopeDecision>> edit) {
        Plan plan = build();
        return new Plan(
                edit.apply(plan.scope()), plan.sessions(), plan.bookings(), plan.unbooked(), plan.changes(), null);
    }

    private SessionRow counted(SessionRow row) {
        long booked = bookings.stream()
                .filter(booking -> booking.counts() && row.id().equals(booking.sessionId()))
                .count();
        return new SessionRow(
                row.id(),
                row.moduleId(),
                row.date(),
                row.slotIds(),
                row.roomId(),
                row.venueId(),
                row.trainerIds(),
                row.capacity(),
                (int) booked,
                row.status());
    }

    private TrainingModule module(String moduleId) {
        return data.modules().stream()
                .filter(module -> module.id().equals(moduleId))
                .findFirst()
                .orElseThrow(() -> new NoSuchElementException("Module " + moduleId));
    }
}
