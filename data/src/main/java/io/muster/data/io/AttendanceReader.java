package io.muster.data.io;

import io.muster.data.issue.Issue;
import io.muster.data.issue.IssueCode;
import io.muster.data.plan.Booking;
import io.muster.data.plan.Plan;
import io.muster.data.plan.SessionRow;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads who came to sessions of a plan: a CSV file with the columns staff, session and attended. */
public final class AttendanceReader {
    private AttendanceReader() {}

    /**
     * Whether somebody came to a session.
     *
     * @param staffId the staff member
     * @param sessionId the session
     * @param attended whether they came
     */
    public record Row(String staffId, String sessionId, boolean attended) {}

    /**
     * What reading gave.
     *
     * @param rows the rows in file order; empty if and only if an issue is an {@code ERROR}
     * @param issues every problem, in the order of rows
     */
    public record Result(Optional<List<Row>> rows, List<Issue> issues) {

        /** Copies the lists. */
        public Result {
            rows = rows.map(List::copyOf);
            issues = List.copyOf(issues);
        }
    }

    /**
     * Reads attendance.
     *
     * @param csv the file
     * @param plan the plan that holds: it has the sessions, and a booking for each row that counts
     * @param today sessions after it are errors
     * @return the rows, or what is wrong with them
     */
    public static Result read(Path csv, Plan plan, LocalDate today) {
        IssueLog log = new IssueLog();
        TableData<Row> data = TableData.unreadable();
        References references = new References();
        references.put(
                Target.SESSION, plan.sessions().stream().map(SessionRow::id).toList());
        try (Container container = new DisruptionReader.OneFile(csv)) {
            data = TableReader.read(table(plan, today), container, references, false, log);
        } catch (IOException e) {
            FolderContainer.unreadable(Containers.nameOf(csv), log);
        }
        return new Result(log.hasErrors() ? Optional.empty() : Optional.of(data.records()), log.issues());
    }

    private static Table<Row> table(Plan plan, LocalDate today) {
        record Seat(String staffId, String sessionId) {}
        Set<Seat> seats = new HashSet<>();
        for (Booking booking : plan.bookings()) {
            if (booking.counts() && booking.sessionId() != null) {
                seats.add(new Seat(booking.staffId(), booking.sessionId()));
            }
        }
        Map<String, LocalDate> dateBySession = new HashMap<>();
        plan.sessions().forEach(session -> dateBySession.put(session.id(), session.date()));
        Table.Builder<Row> builder = new Table.Builder<>("attendance.csv");
        Column<String> staff = builder.required("staff", CellTypes.ID, Row::staffId);
        Column<String> session = builder.reference("session", CellTypes.ID, Target.SESSION, Row::sessionId);
        Column<Boolean> attended = builder.required("attended", CellTypes.BOOLEAN, Row::attended);
        return builder.build(
                2,
                (row, context) -> {
                    String staffId = row.find(staff);
                    String sessionId = row.find(session);
                    LocalDate date = sessionId == null ? null : dateBySession.get(sessionId);
                    if (staffId == null || sessionId == null || date == null) {
                        return;
                    }
                    if (!seats.contains(new Seat(staffId, sessionId))) {
                        context.issue(
                                IssueCode.NOT_BOOKED_IN_SESSION,
                                staff,
                                "The staff member is not booked into the session " + CellTypes.quoted(sessionId)
                                        + " of the plan that holds; correct one of the two, or remove the row.");
                    }
                    if (date.isAfter(today)) {
                        context.issue(
                                IssueCode.VALUE_OUT_OF_RANGE,
                                session,
                                "The session " + CellTypes.quoted(sessionId) + " is on " + date + ", after " + today
                                        + "; attendance is recorded from its day on.");
                    }
                },
                row -> new Row(row.get(staff), row.get(session), row.get(attended)));
    }
}
