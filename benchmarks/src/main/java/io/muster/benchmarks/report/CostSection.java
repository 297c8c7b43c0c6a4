package io.muster.benchmarks.report;

import io.muster.benchmarks.result.Metric;
import io.muster.benchmarks.result.Results;
import io.muster.benchmarks.result.Row;
import io.muster.benchmarks.result.Spread;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What the cost is made of. */
final class CostSection {
    private static final double PENCE_PER_POUND = 100.0;

    private final Results results;

    CostSection(Results results) {
        this.results = results;
    }

    void draw(Markup markup) {
        List<Row> rows =
                results.rows().stream().filter(row -> !row.figures().isEmpty()).toList();
        if (rows.isEmpty()) {
            return;
        }
        markup.leaf("h2", "Cost by line");
        markup.leaf("p", "Medians over seeds of each line; the figure at the end is the median of the whole.");
        rows.stream()
                .map(row -> row.key().caseId())
                .distinct()
                .forEach(id -> chart(
                                id,
                                rows.stream()
                                        .filter(row -> row.key().caseId().equals(id))
                                        .toList())
                        .draw(markup));
    }

    private static BarChart chart(String caseId, List<Row> rows) {
        RowNames names = new RowNames(rows);
        List<String> lines = lines(rows);
        List<BarChart.Bar> bars = new ArrayList<>();
        for (Row row : rows) {
            bars.add(new BarChart.Bar(
                    names.of(row),
                    lines.stream().map(line -> pounds(row, line)).toList(),
                    "£" + Metric.COST.text(row.spread(Metric.COST).median())));
        }
        String description = "Cost of " + caseId + " by line: "
                + String.join(
                        "; ",
                        bars.stream()
                                .map(bar -> bar.name() + " " + bar.text() + " of " + shares(lines, bar))
                                .toList());
        return new BarChart(caseId, description, "cost", "£", lines, bars);
    }

    private static String shares(List<String> lines, BarChart.Bar bar) {
        List<String> shares = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            shares.add(lines.get(i) + " £" + Metric.COST.text(bar.values().get(i)));
        }
        return String.join(", ", shares);
    }

    /** {@return the lines that cost anything anywhere, in the catalogue's order} */
    private static List<String> lines(List<Row> rows) {
        Set<String> lines = new LinkedHashSet<>();
        rows.stream()
                .flatMap(row -> row.figures().stream())
                .forEach(figures -> lines.addAll(figures.costByLine().keySet()));
        return lines.stream()
                .filter(line -> rows.stream()
                        .flatMap(row -> row.figures().stream())
                        .anyMatch(figures -> figures.costByLine().getOrDefault(line, 0L) > 0))
                .toList();
    }

    private static double pounds(Row row, String line) {
        return Spread.of(row.figures().stream()
                        .mapToDouble(figures -> figures.costByLine().getOrDefault(line, 0L) / PENCE_PER_POUND)
                        .toArray())
                .median();
    }
}
