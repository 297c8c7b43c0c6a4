package io.muster.data.io;

import io.muster.data.issue.IssueCode;
import io.muster.data.model.ShiftPattern;
import io.muster.data.model.ShiftPattern.Duty;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** {@code patterns.csv}: a row for each day of each pattern. */
final class PatternTable {
    private static final Table.Builder<PatternDay> BUILDER = new Table.Builder<>("patterns.csv");

    static final Column<String> PATTERN = BUILDER.required("pattern", CellTypes.ID, PatternDay::pattern);
    private static final Column<LocalDate> CYCLE_START =
            BUILDER.required("cycle_start", CellTypes.DATE, PatternDay::cycleStart);
    private static final Column<Integer> DAY = BUILDER.required("day", CellTypes.COUNT, PatternDay::day);
    private static final Column<String> DUTY = BUILDER.required("duty", CellTypes.ID, PatternDay::code);
    private static final Column<LocalTime> START = BUILDER.optional("start", CellTypes.TIME, PatternDay::start);
    private static final Column<LocalTime> END = BUILDER.optional("end", CellTypes.TIME, PatternDay::end);

    /** The key is pattern and day, but day is the third column; it is checked in {@link #checkCycles}. */
    static final Table<PatternDay> TABLE = BUILDER.build(
            0,
            PatternTable::check,
            row -> new PatternDay(
                    row.get(PATTERN),
                    row.get(CYCLE_START),
                    row.get(DAY),
                    row.get(DUTY),
                    isRestDay(row) ? null : row.find(START),
                    isRestDay(row) ? null : row.find(END)));

    private PatternTable() {}

    /** One row. */
    record PatternDay(
            String pattern,
            LocalDate cycleStart,
            int day,
            String code,
            @Nullable LocalTime start,
            @Nullable LocalTime end) {}

    private static boolean isRestDay(RowValues row) {
        return Duty.REST_DAY.equals(row.find(DUTY));
    }

    private static void check(RowValues row, RowContext context) {
        if (row.find(DUTY) == null) {
            return;
        }
        LocalTime start = row.find(START);
        LocalTime end = row.find(END);
        if (isRestDay(row)) {
            if (start != null || end != null) {
                context.issue(
                        IssueCode.REST_DAY_WITH_TIMES,
                        start != null ? START : END,
                        "A rest day has no times; empty them or give the duty another code.");
            }
            return;
        }
        for (Column<LocalTime> column : List.of(START, END)) {
            if (row.isKnown(column) && row.find(column) == null) {
                context.issue(
                        IssueCode.DUTY_WITHOUT_TIMES,
                        column,
                        "The duty has no " + column.name() + "; give it, or make the duty R.");
            }
        }
        if (start != null && start.equals(end)) {
            context.issue(
                    IssueCode.DUTY_WITHOUT_LENGTH,
                    END,
                    "The duty starts and ends at " + start + "; correct one of the two.");
        }
    }

    /** Reports double and missing days and differing starts, pattern by pattern. */
    static void checkCycles(TableData<PatternDay> data, IssueLog log) {
        Map<String, List<RowValues>> rowsByPattern = new LinkedHashMap<>();
        for (RowValues row : data.rows()) {
            String pattern = row.find(PATTERN);
            if (pattern != null && !pattern.isEmpty()) {
                rowsByPattern.computeIfAbsent(pattern, id -> new ArrayList<>()).add(row);
            }
        }
        rowsByPattern.forEach((pattern, rows) -> {
            checkCycleStart(pattern, rows, log);
            checkDays(pattern, rows, data.hasAllRows(), log);
        });
    }

    private static void checkCycleStart(String pattern, List<RowValues> rows, IssueLog log) {
        LocalDate first = null;
        for (RowValues row : rows) {
            LocalDate start = row.find(CYCLE_START);
            if (first == null) {
                first = start;
            } else if (start != null && !start.equals(first)) {
                log.add(
                        IssueCode.PATTERN_CYCLE_START_DIFFERS,
                        TABLE.file(),
                        row.row(),
                        CYCLE_START.name(),
                        row.id(),
                        "cycle_start " + start + " of pattern " + CellTypes.quoted(pattern) + " differs from " + first
                                + " in its first row; give all rows the same date.");
            }
        }
    }

    private static void checkDays(String pattern, List<RowValues> rows, boolean allRows, IssueLog log) {
        Map<Integer, Integer> rowByDay = new TreeMap<>();
        boolean daysKnown = allRows;
        for (RowValues row : rows) {
            Integer day = row.find(DAY);
            if (day == null) {
                daysKnown = false;
                continue;
            }
            Integer other = rowByDay.putIfAbsent(day, row.row());
            if (other != null) {
                log.add(
                        IssueCode.DUPLICATE_KEY,
                        TABLE.file(),
                        row.row(),
                        DAY.name(),
                        row.id(),
                        "Day " + day + " of pattern " + CellTypes.quoted(pattern) + " is already in row " + other
                                + "; remove one of the rows or correct the day.");
            }
        }
        int last = rowByDay.isEmpty() ? -1 : new TreeSet<>(rowByDay.keySet()).last();
        if (daysKnown && rowByDay.size() != last + 1) {
            int missing = 0;
            while (rowByDay.containsKey(missing)) {
                missing++;
            }
            log.add(
                    IssueCode.PATTERN_DAYS_MISSING,
                    TABLE.file(),
                    rows.get(0).row(),
                    DAY.name(),
                    pattern,
                    "Pattern " + CellTypes.quoted(pattern) + " goes up to day " + last + " but has "
                            + rowByDay.size() + " days; the first missing is day " + missing
                            + ". Add a row for each, R for a rest day.");
        }
    }

    /** Gathers the days into patterns, in the order of their first rows. */
    static List<ShiftPattern> join(List<PatternDay> days) {
        Map<String, TreeMap<Integer, PatternDay>> byPattern = new LinkedHashMap<>();
        for (PatternDay day : days) {
            byPattern.computeIfAbsent(day.pattern(), id -> new TreeMap<>()).put(day.day(), day);
        }
        List<ShiftPattern> patterns = new ArrayList<>();
        byPattern.forEach((id, cycle) -> patterns.add(new ShiftPattern(
                id,
                cycle.firstEntry().getValue().cycleStart(),
                cycle.values().stream()
                        .map(day -> new Duty(day.code(), day.start(), day.end()))
                        .toList())));
        return patterns;
    }

    /** Takes patterns apart into rows. */
    static List<PatternDay> split(List<ShiftPattern> patterns) {
        List<PatternDay> days = new ArrayList<>();
        for (ShiftPattern pattern : patterns) {
            for (int day = 0; day < pattern.duties().size(); day++) {
                Duty duty = pattern.duties().get(day);
                days.add(
                        new PatternDay(pattern.id(), pattern.cycleStart(), day, duty.code(), duty.start(), duty.end()));
            }
        }
        return days;
    }
}
