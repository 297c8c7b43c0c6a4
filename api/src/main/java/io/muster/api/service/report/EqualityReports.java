package io.muster.api.service.report;

import io.muster.api.service.report.EqualityReport.Row;
import io.muster.api.service.report.EqualityReport.Table;
import io.muster.data.model.StaffMember;
import io.muster.data.plan.Booking;
import io.muster.data.plan.BookingKey;
import io.muster.data.plan.CodePointOrder;
import io.muster.data.plan.ScopeDecision;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Makes equality reports. */
final class EqualityReports {
    /** Cells with fewer people are suppressed (DOMAIN.md, "Governance reports"). */
    static final int THRESHOLD = 10;

    private static final String WITHHELD =
            "Withheld: whatever is left out, what is shown would tell how many people are in a small group.";
    private static final String SUPPRESSED = "Some counts are left out so that nobody can be told from them.";

    private EqualityReports() {}

    /** What may become of a person's requirements. */
    private enum Outcome {
        /** All are attended. */
        COMPLETE,
        /** All are attended or booked. */
        BOOKED,
        /** Some are not booked. */
        OPEN,
        /** There are none. */
        NOT_REQUIRED
    }

    /**
     * Makes a report.
     *
     * @param facts the plan
     * @return a table for each attribute
     */
    static EqualityReport of(PlanFacts facts) {
        List<StaffMember> staff = facts.dataSet().staff();
        Outcome[] outcomes = outcomes(facts);
        if (staff.size() < THRESHOLD) {
            return new EqualityReport(THRESHOLD, List.of(), List.of(), null, List.of());
        }
        List<List<Outcome>> columns = columns(outcomes);
        int[] columnOf = new int[Outcome.values().length];
        for (int c = 0; c < columns.size(); c++) {
            for (Outcome outcome : columns.get(c)) {
                columnOf[outcome.ordinal()] = c;
            }
        }
        long[] totals = new long[columns.size()];
        for (Outcome outcome : outcomes) {
            totals[columnOf[outcome.ordinal()]]++;
        }
        Map<EqualityAttribute, Breakdown> breakdowns = new EnumMap<>(EqualityAttribute.class);
        for (EqualityAttribute attribute : EqualityAttribute.values()) {
            breakdowns.put(attribute, Breakdown.of(attribute, facts, outcomes, columnOf, columns.size()));
        }
        protect(new ArrayList<>(breakdowns.values()));
        List<Table> tables = new ArrayList<>();
        breakdowns.forEach((attribute, breakdown) -> tables.add(breakdown.table(attribute)));
        return new EqualityReport(
                THRESHOLD,
                columns.stream()
                        .map(column -> String.join(
                                "_OR_", column.stream().map(Outcome::name).toList()))
                        .toList(),
                Arrays.stream(totals).boxed().toList(),
                (long) staff.size(),
                tables);
    }

    private static Outcome[] outcomes(PlanFacts facts) {
        Map<BookingKey, Booking.Status> booked = new HashMap<>();
        for (Booking booking : facts.bookings()) {
            if (booking.counts()) {
                booked.put(BookingKey.of(booking), booking.status());
            }
        }
        Map<String, Outcome> byStaff = new HashMap<>();
        for (ScopeDecision requirement : facts.requirements()) {
            Booking.Status status = booked.get(new BookingKey(requirement.staffId(), requirement.moduleId()));
            Outcome outcome = status == null
                    ? Outcome.OPEN
                    : status == Booking.Status.ATTENDED ? Outcome.COMPLETE : Outcome.BOOKED;
            byStaff.merge(requirement.staffId(), outcome, (a, b) -> a.compareTo(b) > 0 ? a : b);
        }
        return facts.dataSet().staff().stream()
                .map(member -> byStaff.getOrDefault(member.id(), Outcome.NOT_REQUIRED))
                .toArray(Outcome[]::new);
    }

    /** Columns with enough people each: a small one joins the one before it, the first the one after. */
    private static List<List<Outcome>> columns(Outcome[] outcomes) {
        int[] people = new int[Outcome.values().length];
        for (Outcome outcome : outcomes) {
            people[outcome.ordinal()]++;
        }
        List<List<Outcome>> columns = new ArrayList<>();
        int inLast = 0;
        for (Outcome outcome : Outcome.values()) {
            int own = people[outcome.ordinal()];
            if (columns.isEmpty() || (inLast >= THRESHOLD && own >= THRESHOLD)) {
                columns.add(new ArrayList<>());
                inLast = 0;
            }
            columns.get(columns.size() - 1).add(outcome);
            inLast += own;
        }
        return columns;
    }

    /**
     * Suppresses until nothing changes. The same people may be a row of two tables, as PCSOs by employment and by rank: what
     * is suppressed in one is then suppressed in the other.
     */
    private static void protect(List<Breakdown> breakdowns) {
        Map<BitSet, List<Line>> same = new HashMap<>();
        for (Breakdown breakdown : breakdowns) {
            breakdown.suppress();
            for (int r = 0; r < breakdown.values.size(); r++) {
                same.computeIfAbsent(breakdown.members.get(r), key -> new ArrayList<>())
                        .add(new Line(breakdown, r));
            }
        }
        boolean changed = true;
        while (changed) {
            changed = false;
            for (List<Line> lines : same.values()) {
                changed |= align(lines);
            }
            if (changed) {
                breakdowns.forEach(Breakdown::suppress);
            }
        }
    }

    private static boolean align(List<Line> lines) {
        boolean changed = false;
        for (Line from : lines) {
            for (Line to : lines) {
                for (int c = 0; c <= from.breakdown().columns; c++) {
                    if (from.breakdown().isSuppressed(from.row(), c)
                            && !to.breakdown().isSuppressed(to.row(), c)) {
                        to.breakdown().forced[to.row()][c] = true;
                        changed = true;
                    }
                }
            }
        }
        return changed;
    }

    /** A row of a breakdown. */
    private record Line(Breakdown breakdown, int row) {}

    /** People by the values of one attribute. Mutable. */
    private static final class Breakdown {
        private final List<String> values;
        private final List<BitSet> members;
        private final long[][] counts;
        private final int columns;
        private final boolean[][] forced;
        private boolean @Nullable [][] suppressed;

        private Breakdown(List<String> values, List<BitSet> members, long[][] counts, int columns) {
            this.values = values;
            this.members = members;
            this.counts = counts;
            this.columns = columns;
            forced = new boolean[values.size() + 1][columns + 1];
        }

        static Breakdown of(
                EqualityAttribute attribute, PlanFacts facts, Outcome[] outcomes, int[] columnOf, int columns) {
            Map<String, BitSet> byValue = new TreeMap<>(CodePointOrder.COMPARATOR);
            List<StaffMember> staff = facts.dataSet().staff();
            for (int p = 0; p < staff.size(); p++) {
                byValue.computeIfAbsent(attribute.of(facts, staff.get(p)), value -> new BitSet())
                        .set(p);
            }
            List<BitSet> members = List.copyOf(byValue.values());
            long[][] counts = new long[members.size()][columns];
            for (int r = 0; r < counts.length; r++) {
                long[] row = counts[r];
                members.get(r).stream().forEach(p -> row[columnOf[outcomes[p].ordinal()]]++);
            }
            return new Breakdown(List.copyOf(byValue.keySet()), members, counts, columns);
        }

        void suppress() {
            suppressed = CellSuppression.of(counts, THRESHOLD, forced);
        }

        boolean isSuppressed(int row, int column) {
            return suppressed == null || suppressed[row][column];
        }

        Table table(EqualityAttribute attribute) {
            List<Row> rows = new ArrayList<>();
            boolean isAny = false;
            for (int r = 0; r < values.size(); r++) {
                List<@Nullable Long> cells = new ArrayList<>();
                for (int c = 0; c < columns; c++) {
                    isAny |= isSuppressed(r, c);
                    cells.add(isSuppressed(r, c) ? null : counts[r][c]);
                }
                isAny |= isSuppressed(r, columns);
                rows.add(new Row(
                        values.get(r),
                        cells,
                        isSuppressed(r, columns)
                                ? null
                                : Arrays.stream(counts[r]).sum()));
            }
            return new Table(attribute, rows, suppressed == null ? WITHHELD : isAny ? SUPPRESSED : "");
        }
    }
}
