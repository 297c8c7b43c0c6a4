package io.muster.benchmarks.result;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.function.Function;

/** Results as a table of plain text: for each row the median over seeds, and of the cost the worst too. */
public final class ResultTable {
    private static final String GAP = "  ";
    private static final List<Metric> SHOWN = List.of(
            Metric.COVERAGE,
            Metric.SHORTFALL,
            Metric.SHORTFALL_BOUND,
            Metric.COST,
            Metric.COST_BOUND,
            Metric.GAP,
            Metric.FIRST_PLAN,
            Metric.NEAR_FINAL,
            Metric.MOVES_PER_SECOND,
            Metric.LIVE_HEAP,
            Metric.OCCUPANCY,
            Metric.BELOW_MINIMUM,
            Metric.COMPLETION_SPREAD,
            Metric.TRAVEL_P90,
            Metric.DISTURBANCE,
            Metric.WALL,
            Metric.CPU,
            Metric.VIOLATIONS,
            Metric.SEASON_ATTENDED,
            Metric.SEASON_REACHED,
            Metric.SEASON_P50,
            Metric.SEASON_P80,
            Metric.SEASON_MOVED,
            Metric.SEASON_CHANGES,
            Metric.SEASON_SPEND,
            Metric.SEASON_REPLAN);

    private ResultTable() {}

    /**
     * Prints results.
     *
     * @param results the results
     * @param out where to
     */
    public static void print(Results results, PrintWriter out) {
        List<Row> rows = results.rows();
        List<Column> columns = columns(rows);
        List<Integer> widths = columns.stream()
                .map(column -> rows.stream()
                        .map(row -> column.text.apply(row).length())
                        .reduce(column.title.length(), Math::max))
                .toList();
        out.println(line(columns, widths, column -> column.title));
        for (Row row : rows) {
            out.println(line(columns, widths, column -> column.text.apply(row)));
        }
        for (Run run : results.runs()) {
            String failure = run.failure();
            if (failure != null) {
                out.println("FAILED " + run.key().label() + ", seed " + run.seed() + ": " + failure);
            }
        }
    }

    private static String line(List<Column> columns, List<Integer> widths, Function<Column, String> cell) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < columns.size(); i++) {
            String text = cell.apply(columns.get(i));
            String padding = " ".repeat(widths.get(i) - text.length());
            line.append(columns.get(i).number ? padding + text : text + padding).append(GAP);
        }
        return line.toString().stripTrailing();
    }

    /** A column that says the same in every row of a part of the key is left out, and one that no row has. */
    private static List<Column> columns(List<Row> rows) {
        List<Column> columns = new ArrayList<>();
        columns.add(new Column("case", false, row -> row.key().caseId()));
        addIfDiffering(columns, rows, "limit", row -> row.key().limit());
        addIfDiffering(columns, rows, "contender", row -> row.key().contender());
        addIfDiffering(columns, rows, "settings", row -> row.key().settings());
        addIfDiffering(columns, rows, "profile", row -> row.key().profile());
        columns.add(new Column("seeds", true, ResultTable::seeds));
        for (Metric metric : SHOWN) {
            if (rows.stream().allMatch(row -> row.spread(metric).isEmpty())) {
                continue;
            }
            columns.add(new Column(
                    metric.title(), true, row -> metric.text(row.spread(metric).median())));
            if (metric == Metric.COST) {
                columns.add(new Column(
                        "worst £", true, row -> metric.text(row.spread(metric).worst(metric.smallerIsBetter()))));
            }
        }
        return columns;
    }

    private static void addIfDiffering(List<Column> columns, List<Row> rows, String title, Function<Row, String> text) {
        if (new HashSet<>(rows.stream().map(text).toList()).size() > 1) {
            columns.add(new Column(title, false, text));
        }
    }

    private static String seeds(Row row) {
        int good = row.figures().size();
        return good == row.runs().size()
                ? String.valueOf(good)
                : good + " of " + row.runs().size();
    }

    private record Column(String title, boolean number, Function<Row, String> text) {}
}
