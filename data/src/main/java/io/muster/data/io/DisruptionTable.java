package io.muster.data.io;

import io.muster.data.io.CellType.Problems;
import io.muster.data.io.Table.RowCheck;
import io.muster.data.issue.IssueCode;
import io.muster.data.issue.Severity;
import io.muster.data.model.DemandScope;
import io.muster.data.plan.Booking;
import io.muster.data.plan.Disruption;
import io.muster.data.plan.Disruption.Kind;
import io.muster.data.plan.Plan;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** {@code disruptions.csv}. What its subject, from, to and value mean depends on the kind. */
final class DisruptionTable {
    private static final Table.Builder<Disruption> BUILDER = new Table.Builder<>("disruptions.csv");

    private static final Column<String> DISRUPTION = BUILDER.required("disruption", CellTypes.ID, Disruption::id);
    private static final Column<Kind> KIND = BUILDER.required("kind", CellTypes.oneOf(Kind.class), Disruption::kind);
    private static final Column<String> SUBJECT = BUILDER.required("subject", CellTypes.ID, Disruption::subject);
    private static final Column<String> FROM = BUILDER.optional("from", CellTypes.MOMENT, Disruption::from);
    private static final Column<String> TO = BUILDER.optional("to", CellTypes.MOMENT, Disruption::to);
    private static final Column<String> VALUE = BUILDER.optional("value", CellTypes.ID, Disruption::value);
    private static final Column<String> NOTE = BUILDER.optional("note", CellTypes.TEXT, Disruption::note);

    /** For writing. */
    static final Table<Disruption> TABLE = table((row, context) -> {});

    /** What a kind's from and to are. */
    private enum Period {
        /** It takes none. */
        NONE,
        /** A day on which it starts; required. */
        START,
        /** Inclusive dates, either end open. */
        DAYS,
        /** Date-times, the end exclusive, either end open. */
        TIMES
    }

    /**
     * What a kind's cells mean.
     *
     * @param subject what the subject refers to; null: a demand scope
     * @param period what from and to are
     * @param value type of the value; null: it takes none
     * @param valueTarget what the value refers to; null: nothing
     */
    private record Shape(
            @Nullable Target subject,
            Period period,
            @Nullable CellType<?> value,
            @Nullable Target valueTarget) {}

    private static final Map<Kind, Shape> SHAPES = shapes();

    private DisruptionTable() {}

    /**
     * {@return the table for reading one file}
     *
     * @param baseline the bookings that no-shows refer to; null: they are not judged
     */
    static Table<Disruption> forReading(@Nullable Plan baseline) {
        RowCheck moves = new MoveCheck();
        RowCheck noShows = baseline == null ? (row, context) -> {} : new NoShowCheck(baseline);
        return table((row, context) -> {
            check(row, context);
            moves.check(row, context);
            noShows.check(row, context);
        });
    }

    private static Table<Disruption> table(RowCheck check) {
        return BUILDER.build(
                1,
                check,
                row -> new Disruption(
                        row.get(DISRUPTION),
                        row.get(KIND),
                        row.get(SUBJECT),
                        row.find(FROM),
                        row.find(TO),
                        row.find(VALUE),
                        row.find(NOTE)));
    }

    /** Finds moves of one person on one day to different teams. */
    private static final class MoveCheck implements RowCheck {
        private record PersonDay(String staffId, String from) {}

        private record Move(String teamId, int row) {}

        private final Map<PersonDay, Move> moves = new HashMap<>();

        @Override
        public void check(RowValues row, RowContext context) {
            String staffId = row.find(SUBJECT);
            String from = row.find(FROM);
            String teamId = row.find(VALUE);
            if (row.find(KIND) != Kind.STAFF_MOVED || staffId == null || from == null || teamId == null) {
                return;
            }
            Move first = moves.putIfAbsent(new PersonDay(staffId, from), new Move(teamId, row.row()));
            if (first != null && !first.teamId().equals(teamId)) {
                context.issue(
                        IssueCode.MOVES_CONTRADICT,
                        VALUE,
                        "The staff member " + CellTypes.quoted(staffId) + " moves to " + CellTypes.quoted(teamId)
                                + " on " + from + ", but to " + CellTypes.quoted(first.teamId()) + " on the same day in"
                                + " row " + first.row() + "; remove one of the rows or correct it.");
            }
        }
    }

    /** Finds no-shows of people who are not booked into the session. */
    private static final class NoShowCheck implements RowCheck {
        private record Seat(String staffId, @Nullable String sessionId) {}

        private final Set<Seat> seats = new HashSet<>();
        private final Set<String> sessionIds = new HashSet<>();

        NoShowCheck(Plan baseline) {
            baseline.sessions().forEach(session -> sessionIds.add(session.id()));
            for (Booking booking : baseline.bookings()) {
                if (booking.status() != Booking.Status.CANCELLED) {
                    seats.add(new Seat(booking.staffId(), booking.sessionId()));
                }
            }
        }

        @Override
        public void check(RowValues row, RowContext context) {
            String staffId = row.find(SUBJECT);
            String sessionId = row.find(VALUE);
            if (row.find(KIND) == Kind.NO_SHOW
                    && staffId != null
                    && sessionId != null
                    && context.references().knows(Target.STAFF, staffId)
                    && sessionIds.contains(sessionId)
                    && !seats.contains(new Seat(staffId, sessionId))) {
                context.issue(
                        IssueCode.NOT_BOOKED_IN_SESSION,
                        VALUE,
                        "The staff member " + CellTypes.quoted(staffId) + " is not booked into the session "
                                + CellTypes.quoted(sessionId)
                                + " of the baseline plan; correct one of the two or remove the row.");
            }
        }
    }

    private static Map<Kind, Shape> shapes() {
        Map<Kind, Shape> shapes = new EnumMap<>(Kind.class);
        shapes.put(Kind.TRAINER_ABSENT, new Shape(Target.TRAINER, Period.DAYS, null, null));
        shapes.put(Kind.ROOM_CLOSED, new Shape(Target.ROOM, Period.DAYS, null, null));
        shapes.put(Kind.VENUE_CLOSED, new Shape(Target.VENUE, Period.DAYS, null, null));
        shapes.put(Kind.TEAM_CAP, new Shape(Target.TEAM, Period.DAYS, CellTypes.FACTOR, null));
        shapes.put(Kind.DEMAND, new Shape(null, Period.DAYS, CellTypes.FACTOR, null));
        shapes.put(Kind.STAFF_ABSENT, new Shape(Target.STAFF, Period.TIMES, null, null));
        shapes.put(Kind.STAFF_LEFT, new Shape(Target.STAFF, Period.START, null, null));
        shapes.put(Kind.STAFF_JOINED, new Shape(Target.STAFF, Period.DAYS, null, null));
        shapes.put(Kind.STAFF_MOVED, new Shape(Target.STAFF, Period.START, CellTypes.ID, Target.TEAM));
        shapes.put(Kind.ROOM_CAPACITY, new Shape(Target.ROOM, Period.DAYS, CellTypes.COUNT, null));
        shapes.put(Kind.MODULE_RELEASE, new Shape(Target.MODULE, Period.NONE, CellTypes.DATE, null));
        shapes.put(Kind.SESSION_CANCELLED, new Shape(Target.SESSION, Period.NONE, null, null));
        shapes.put(Kind.NO_SHOW, new Shape(Target.STAFF, Period.NONE, CellTypes.ID, Target.SESSION));
        return shapes;
    }

    private static void check(RowValues row, RowContext context) {
        Kind kind = row.find(KIND);
        if (kind == null) {
            return;
        }
        Shape shape = SHAPES.get(kind);
        if (shape == null) {
            throw new IllegalStateException("no shape for " + kind);
        }
        checkSubject(row, context, kind, shape);
        checkPeriod(row, context, kind, shape.period());
        checkValue(row, context, kind, shape);
    }

    private static void checkSubject(RowValues row, RowContext context, Kind kind, Shape shape) {
        String subject = row.find(SUBJECT);
        if (subject == null) {
            return;
        }
        if (kind == Kind.DEMAND) {
            DemandScope scope = parse(subject, CellTypes.SCOPE, SUBJECT, context);
            if (scope != null) {
                CalendarTables.checkScope(scope, SUBJECT, context);
            }
        } else if (shape.subject() != null && !context.references().knows(shape.subject(), subject)) {
            context.unknown(shape.subject(), SUBJECT, subject);
        }
    }

    private static void checkPeriod(RowValues row, RowContext context, Kind kind, Period period) {
        String from = row.find(FROM);
        String to = row.find(TO);
        switch (period) {
            case NONE -> {
                ignored(from, FROM, kind, context);
                ignored(to, TO, kind, context);
            }
            case START -> {
                if (from == null && row.isKnown(FROM)) {
                    missing(FROM, kind, context);
                } else if (from != null) {
                    parse(from, CellTypes.DATE, FROM, context);
                }
                ignored(to, TO, kind, context);
            }
            case DAYS -> {
                LocalDate start = from == null ? null : parse(from, CellTypes.DATE, FROM, context);
                LocalDate end = to == null ? null : parse(to, CellTypes.DATE, TO, context);
                if (start != null && end != null && end.isBefore(start)) {
                    crossed(start, end, context);
                }
            }
            case TIMES -> {
                LocalDateTime start = from == null ? null : parse(from, CellTypes.DATE_TIME, FROM, context);
                LocalDateTime end = to == null ? null : parse(to, CellTypes.DATE_TIME, TO, context);
                if (start != null && end != null && !end.isAfter(start)) {
                    crossed(start, end, context);
                }
            }
        }
    }

    private static void checkValue(RowValues row, RowContext context, Kind kind, Shape shape) {
        String value = row.find(VALUE);
        if (shape.value() == null) {
            ignored(value, VALUE, kind, context);
        } else if (value == null) {
            if (row.isKnown(VALUE)) {
                missing(VALUE, kind, context);
            }
        } else {
            parse(value, shape.value(), VALUE, context);
            if (shape.valueTarget() != null && !context.references().knows(shape.valueTarget(), value)) {
                context.unknown(shape.valueTarget(), VALUE, value);
            }
        }
    }

    private static <T> @Nullable T parse(String text, CellType<T> type, Column<?> column, RowContext context) {
        boolean[] bad = new boolean[1];
        Problems problems = (code, message) -> {
            bad[0] |= code.severity() == Severity.ERROR;
            context.issue(code, column, message);
        };
        T value = type.parser().parse(text, problems);
        return bad[0] ? null : value;
    }

    private static void missing(Column<?> column, Kind kind, RowContext context) {
        context.issue(IssueCode.MISSING_VALUE, column, "The cell is empty; " + kind + " needs " + column.name() + ".");
    }

    private static void ignored(@Nullable String text, Column<?> column, Kind kind, RowContext context) {
        if (text != null) {
            context.issue(
                    IssueCode.VALUE_IGNORED,
                    column,
                    kind + " takes no " + column.name() + ", so " + CellTypes.quoted(text)
                            + " has no effect; empty the cell or correct the kind.");
        }
    }

    private static void crossed(Object start, Object end, RowContext context) {
        context.issue(
                IssueCode.RANGE_ENDS_BEFORE_START,
                TO,
                "The end " + end + " is before the start " + start + " or equal to it; swap or correct the two.");
    }
}
