package io.muster.benchmarks.report;

import io.muster.benchmarks.result.Metric;
import io.muster.benchmarks.result.Results;
import io.muster.benchmarks.result.Row;
import io.muster.benchmarks.result.RunFigures;
import io.muster.benchmarks.result.Spread;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/** Contenders on the same inputs at equal time. */
final class PeerSection {
    private static final double PERCENT = 100;

    private final Results results;

    PeerSection(Results results) {
        this.results = results;
    }

    void draw(Markup markup) {
        List<Row> rows = results.rows().stream()
                .filter(row -> row.key().profile().equals("default"))
                .toList();
        if (rows.stream().map(row -> row.key().contender()).distinct().count() < 2) {
            return;
        }
        markup.leaf("h2", "Peers at equal time");
        markup.leaf(
                "p",
                "Who leaves more people out also pays less, so the cost is shown for each booking. A plan that breaks a"
                        + " hard rule is no plan: points of broken rules stand beside the name.");
        rows.stream()
                .map(row -> row.key().caseId() + ", " + row.key().limit())
                .distinct()
                .forEach(group -> group(
                        group,
                        rows.stream()
                                .filter(row ->
                                        (row.key().caseId() + ", " + row.key().limit()).equals(group))
                                .toList(),
                        markup));
    }

    private static void group(String group, List<Row> rows, Markup markup) {
        RowNames names = new RowNames(rows);
        markup.leaf("h3", group);
        List<Row> good = rows.stream().filter(row -> !row.figures().isEmpty()).toList();
        List<String> failed = rows.stream()
                .filter(row -> row.figures().isEmpty())
                .map(names::of)
                .toList();
        if (!failed.isEmpty()) {
            markup.leaf("p", "No plan at all: " + String.join(", ", failed) + ".");
        }
        chart(
                "Left out, % of requirements",
                "",
                good,
                names,
                f -> PERCENT * (1 - f.coverage()),
                row -> {
                    Spread least = row.spread(Metric.SHORTFALL_BOUND);
                    return String.format(
                            Locale.ROOT,
                            "%.2f%%%s",
                            median(row, f -> PERCENT * (1 - f.coverage())),
                            least.isEmpty()
                                    ? ""
                                    : " (shortfall "
                                            + Metric.SHORTFALL.text(
                                                    row.spread(Metric.SHORTFALL).median()) + ", least "
                                            + Metric.SHORTFALL_BOUND.text(least.median()) + ")");
                },
                markup);
        chart(
                "Cost for each booking",
                "£",
                good,
                names,
                PeerSection::poundsPerBooking,
                row -> String.format(
                        Locale.ROOT,
                        "£%.2f (in all £%s)",
                        median(row, PeerSection::poundsPerBooking),
                        Metric.COST.text(row.spread(Metric.COST).median())),
                markup);
    }

    private static void chart(
            String title,
            String unit,
            List<Row> rows,
            RowNames names,
            ToDoubleFunction<RunFigures> value,
            Function<Row, String> text,
            Markup markup) {
        List<BarChart.Bar> bars = rows.stream()
                .map(row ->
                        new BarChart.Bar(names.of(row) + violations(row), List.of(median(row, value)), text.apply(row)))
                .toList();
        String description = String.join(
                "; ", bars.stream().map(bar -> bar.name() + ": " + bar.text()).toList());
        new BarChart(title, description, title, unit, List.of(title), bars).draw(markup);
    }

    private static String violations(Row row) {
        double worst = row.spread(Metric.VIOLATIONS).most();
        return worst > 0 ? " (breaks rules: " + Metric.VIOLATIONS.text(worst) + " points)" : "";
    }

    private static double median(Row row, ToDoubleFunction<RunFigures> value) {
        return Spread.of(row.figures().stream().mapToDouble(value).toArray()).median();
    }

    private static double poundsPerBooking(RunFigures figures) {
        return figures.booked() == 0 ? 0 : figures.costPence() / PERCENT / figures.booked();
    }
}
