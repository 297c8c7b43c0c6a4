package io.muster.data.io;

import io.muster.data.issue.IssueCode;
import io.muster.data.plan.Booking;
import io.muster.data.plan.BookingKey;
import io.muster.data.plan.Change;
import io.muster.data.plan.ScopeDecision;
import io.muster.data.plan.ScopeDecision.Decision;
import io.muster.data.plan.SessionRow;
import io.muster.data.plan.Unbooked;
import java.time.LocalDate;
import java.util.List;

/** The tables of a plan (DATASET.md section 5). Whether they fit each other and the data set is the auditor's affair. */
final class PlanTables {
    static final String SUMMARY = "summary.json";

    static final Table<ScopeDecision> SCOPE = scope();
    static final Table<SessionRow> SESSIONS = sessions();
    static final Table<Booking> BOOKINGS = bookings();
    static final Table<Unbooked> UNBOOKED = unbooked();
    static final Table<Change> CHANGES = changes();
    static final Table<BookingKey> PINS = pins();

    /** The names of all files of a plan. */
    static final List<String> NAMES = List.of(
            SCOPE.file(), SESSIONS.file(), BOOKINGS.file(), UNBOOKED.file(), CHANGES.file(), PINS.file(), SUMMARY);

    private PlanTables() {}

    private static Table<ScopeDecision> scope() {
        Table.Builder<ScopeDecision> builder = new Table.Builder<>("scope.csv");
        Column<String> staff = builder.required("staff", CellTypes.ID, ScopeDecision::staffId);
        Column<String> module = builder.required("module", CellTypes.ID, ScopeDecision::moduleId);
        Column<Decision> decision =
                builder.required("decision", CellTypes.oneOf(Decision.class), ScopeDecision::decision);
        Column<String> rule = builder.required("rule", CellTypes.ID, ScopeDecision::ruleId);
        Column<String> reason = builder.required("reason", CellTypes.TEXT, ScopeDecision::reason);
        Column<Integer> priority = builder.required(
                "priority", CellTypes.intBetween(0, 2, IssueCode.VALUE_OUT_OF_RANGE), ScopeDecision::priority);
        Column<LocalDate> earliest = builder.optional("earliest", CellTypes.DATE, ScopeDecision::earliest);
        Column<LocalDate> latest = builder.optional("latest", CellTypes.DATE, ScopeDecision::latest);
        return builder.build(
                2,
                (row, context) -> {},
                row -> new ScopeDecision(
                        row.get(staff),
                        row.get(module),
                        row.get(decision),
                        row.get(rule),
                        row.get(reason),
                        row.get(priority),
                        row.find(earliest),
                        row.find(latest)));
    }

    private static Table<SessionRow> sessions() {
        Table.Builder<SessionRow> builder = new Table.Builder<>("sessions.csv");
        Column<String> session = builder.required("session", CellTypes.ID, SessionRow::id);
        Column<String> module = builder.required("module", CellTypes.ID, SessionRow::moduleId);
        Column<LocalDate> date = builder.required("date", CellTypes.DATE, SessionRow::date);
        Column<List<String>> slots = builder.required("slots", CellTypes.LIST, SessionRow::slotIds);
        Column<String> room = builder.optional("room", CellTypes.ID, SessionRow::roomId);
        Column<String> venue = builder.optional("venue", CellTypes.ID, SessionRow::venueId);
        Column<List<String>> trainers = builder.optional("trainers", CellTypes.LIST, SessionRow::trainerIds);
        Column<Integer> capacity = builder.required("capacity", CellTypes.COUNT, SessionRow::capacity);
        Column<Integer> booked = builder.required("booked", CellTypes.COUNT, SessionRow::booked);
        Column<SessionRow.Status> status =
                builder.required("status", CellTypes.oneOf(SessionRow.Status.class), SessionRow::status);
        return builder.build(
                1,
                (row, context) -> {},
                row -> new SessionRow(
                        row.get(session),
                        row.get(module),
                        row.get(date),
                        row.get(slots),
                        row.find(room),
                        row.find(venue),
                        row.getOr(trainers, List.of()),
                        row.get(capacity),
                        row.get(booked),
                        row.get(status)));
    }

    private static Table<Booking> bookings() {
        Table.Builder<Booking> builder = new Table.Builder<>("bookings.csv");
        Column<String> staff = builder.required("staff", CellTypes.ID, Booking::staffId);
        Column<String> module = builder.required("module", CellTypes.ID, Booking::moduleId);
        Column<String> session = builder.optional("session", CellTypes.ID, Booking::sessionId);
        Column<LocalDate> date = builder.required("date", CellTypes.DATE, Booking::date);
        Column<List<String>> slots = builder.required("slots", CellTypes.LIST, Booking::slotIds);
        Column<Booking.Status> status =
                builder.required("status", CellTypes.oneOf(Booking.Status.class), Booking::status);
        return builder.build(
                0,
                (row, context) -> {},
                row -> new Booking(
                        row.get(staff),
                        row.get(module),
                        row.find(session),
                        row.get(date),
                        row.get(slots),
                        row.get(status)));
    }

    private static Table<Unbooked> unbooked() {
        Table.Builder<Unbooked> builder = new Table.Builder<>("unbooked.csv");
        Column<String> staff = builder.required("staff", CellTypes.ID, Unbooked::staffId);
        Column<String> module = builder.required("module", CellTypes.ID, Unbooked::moduleId);
        Column<String> reason = builder.required("reason", CellTypes.ID, Unbooked::reason);
        Column<String> detail = builder.required("detail", CellTypes.TEXT, Unbooked::detail);
        return builder.build(
                2,
                (row, context) -> {},
                row -> new Unbooked(row.get(staff), row.get(module), row.get(reason), row.get(detail)));
    }

    private static Table<Change> changes() {
        Table.Builder<Change> builder = new Table.Builder<>("changes.csv");
        Column<String> staff = builder.required("staff", CellTypes.ID, Change::staffId);
        Column<String> module = builder.required("module", CellTypes.ID, Change::moduleId);
        Column<String> oldSession = builder.optional("old_session", CellTypes.ID, Change::oldSessionId);
        Column<LocalDate> oldDate = builder.optional("old_date", CellTypes.DATE, Change::oldDate);
        Column<String> newSession = builder.optional("new_session", CellTypes.ID, Change::newSessionId);
        Column<LocalDate> newDate = builder.optional("new_date", CellTypes.DATE, Change::newDate);
        Column<String> reason = builder.required("reason", CellTypes.ID, Change::reason);
        Column<String> disruption = builder.optional("disruption", CellTypes.ID, Change::disruptionId);
        Column<Integer> noticeDays = builder.required("notice_days", CellTypes.COUNT, Change::noticeDays);
        Column<Integer> noticeBand = builder.required("notice_band", CellTypes.COUNT, Change::noticeBand);
        Column<Long> pence = builder.required("pence", CellTypes.PENCE, Change::pence);
        return builder.build(
                2,
                (row, context) -> {},
                row -> new Change(
                        row.get(staff),
                        row.get(module),
                        row.find(oldSession),
                        row.find(oldDate),
                        row.find(newSession),
                        row.find(newDate),
                        row.get(reason),
                        row.find(disruption),
                        row.get(noticeDays),
                        row.get(noticeBand),
                        row.get(pence)));
    }

    private static Table<BookingKey> pins() {
        Table.Builder<BookingKey> builder = new Table.Builder<>("pins.csv");
        Column<String> staff = builder.required("staff", CellTypes.ID, BookingKey::staffId);
        Column<String> module = builder.required("module", CellTypes.ID, BookingKey::moduleId);
        return builder.build(2, (row, context) -> {}, row -> new BookingKey(row.get(staff), row.get(module)));
    }
}
