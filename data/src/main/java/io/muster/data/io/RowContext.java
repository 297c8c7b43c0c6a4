package io.muster.data.io;

import io.muster.data.issue.IssueCode;
import java.time.chrono.ChronoLocalDate;
import java.time.chrono.ChronoLocalDateTime;
import org.jspecify.annotations.Nullable;

/** Where the checks of one row report to, and what they may refer to. */
final class RowContext {
    private final String file;
    private final IssueLog log;
    private final References references;
    private final RowValues values;

    RowContext(String file, IssueLog log, References references, RowValues values) {
        this.file = file;
        this.log = log;
        this.references = references;
        this.values = values;
    }

    References references() {
        return references;
    }

    void issue(IssueCode code, @Nullable Column<?> column, String message) {
        log.add(
                code,
                file,
                values.row(),
                column == null ? null : column.name(),
                values.id().isEmpty() ? null : values.id(),
                message);
    }

    void unknown(Target target, Column<?> column, String id) {
        if (target == Target.SESSION) {
            issue(
                    IssueCode.UNKNOWN_SESSION,
                    column,
                    "The session " + CellTypes.quoted(id) + " is not in " + target.file()
                            + " of the baseline plan; correct it or remove the row.");
            return;
        }
        IssueCode code = target == Target.TEAM && file.equals("staff.csv")
                ? IssueCode.UNKNOWN_TEAM
                : IssueCode.UNKNOWN_REFERENCE;
        issue(
                code,
                column,
                "The " + target.noun() + " " + CellTypes.quoted(id) + " is not in " + target.file()
                        + "; correct it or add it there.");
    }

    /** Reports a range of inclusive dates whose end is before its start. */
    <D extends ChronoLocalDate> void checkInclusive(Column<D> from, Column<D> to) {
        D start = values.find(from);
        D end = values.find(to);
        if (start != null && end != null && end.isBefore(start)) {
            range(to, start, end, "is before");
        }
    }

    /** Reports a range of dates, end exclusive, that is empty or ends before it starts. */
    <D extends ChronoLocalDate> void checkExclusive(Column<D> from, Column<D> to) {
        D start = values.find(from);
        D end = values.find(to);
        if (start != null && end != null && !end.isAfter(start)) {
            range(to, start, end, "is not after");
        }
    }

    /** Reports a range of date-times, end exclusive, that is empty or ends before it starts. */
    <D extends ChronoLocalDateTime<?>> void checkExclusiveTimes(Column<D> from, Column<D> to) {
        D start = values.find(from);
        D end = values.find(to);
        if (start != null && end != null && !end.isAfter(start)) {
            range(to, start, end, "is not after");
        }
    }

    private void range(Column<?> to, Object start, Object end, String relation) {
        issue(
                IssueCode.RANGE_ENDS_BEFORE_START,
                to,
                "The end " + end + " " + relation + " the start " + start + "; swap or correct the two.");
    }
}
