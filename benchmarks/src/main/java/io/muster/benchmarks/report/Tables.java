package io.muster.benchmarks.report;

import io.muster.benchmarks.result.Comparison;
import io.muster.benchmarks.result.Finding;
import io.muster.benchmarks.result.Metric;
import io.muster.benchmarks.result.Results;
import io.muster.benchmarks.result.Row;
import io.muster.benchmarks.result.Run;
import io.muster.benchmarks.result.Spread;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** The figures as tables. */
final class Tables {
    /** Figures of the data or the machine, of which there is no worst. */
    private static final Set<Metric> GIVEN =
            EnumSet.of(Metric.SHORTFALL_BOUND, Metric.COST_BOUND, Metric.CALIBRATION, Metric.CALIBRATION_CPU);

    private static final List<Metric> SUMMARY = List.of(
            Metric.COVERAGE,
            Metric.SHORTFALL,
            Metric.SHORTFALL_BOUND,
            Metric.COST,
            Metric.COST_BOUND,
            Metric.GAP,
            Metric.FIRST_PLAN,
            Metric.NEAR_FINAL,
            Metric.LIVE_HEAP,
            Metric.OCCUPANCY,
            Metric.VIOLATIONS);

    private final Markup markup;

    Tables(Markup markup) {
        this.markup = markup;
    }

    /** The figures that matter most. */
    void summary(Results results) {
        markup.leaf("h2", "In short");
        rows(results, SUMMARY, "Medians over seeds, and below each the worst seed where it differs.");
        failures(results);
    }

    /** Every figure there is. */
    void everything(Results results) {
        markup.leaf("h2", "All figures");
        List<Metric> metrics = Arrays.stream(Metric.values())
                .filter(metric -> results.rows().stream()
                        .anyMatch(row -> !row.spread(metric).isEmpty()))
                .toList();
        rows(results, metrics, "Medians over seeds, and below each the worst seed where it differs.");
    }

    private void rows(Results results, List<Metric> metrics, String caption) {
        List<Row> rows = results.rows();
        RowNames names = new RowNames(rows);
        markup.open("div", "class", "scroll", "tabindex", 0, "role", "region", "aria-label", "Table of figures");
        markup.open("table");
        markup.leaf("caption", caption);
        markup.open("thead").open("tr");
        markup.leaf("th", "", "scope", "col");
        markup.leaf("th", "seeds", "scope", "col");
        metrics.forEach(metric -> markup.leaf("th", metric.title(), "scope", "col"));
        markup.close().close();
        markup.open("tbody");
        for (Row row : rows) {
            markup.open("tr").leaf("th", names.of(row), "scope", "row");
            int good = row.figures().size();
            markup.leaf(
                    "td",
                    good == row.runs().size()
                            ? "" + good
                            : good + " of " + row.runs().size());
            metrics.forEach(metric -> cell(row, metric));
            markup.close();
        }
        markup.close().close().close();
    }

    private void cell(Row row, Metric metric) {
        Spread spread = row.spread(metric);
        String median = metric.text(spread.median());
        String worst = metric.text(spread.worst(metric.smallerIsBetter()));
        markup.open("td").text(median);
        if (!worst.equals(median) && !GIVEN.contains(metric)) {
            markup.leaf("span", worst, "class", "worst");
        }
        markup.close();
    }

    private void failures(Results results) {
        RowNames names = new RowNames(results.rows());
        for (Row row : results.rows()) {
            Set<String> reasons = new LinkedHashSet<>();
            row.runs().stream().map(Run::failure).filter(Objects::nonNull).forEach(reasons::add);
            if (!reasons.isEmpty()) {
                markup.leaf(
                        "p",
                        "Failed, " + row.failures() + " of " + row.runs().size() + " runs: " + names.of(row) + ": "
                                + String.join("; ", reasons),
                        "class",
                        "bad");
            }
        }
    }

    void comparison(Comparison comparison) {
        markup.leaf("h2", "Compared with the baseline");
        markup.leaf(
                "p",
                comparison.isRegression() ? "A regression beyond noise." : "No regression beyond noise.",
                "class",
                comparison.isRegression() ? "bad" : "good");
        markup.open("div", "class", "scroll", "tabindex", 0, "role", "region", "aria-label", "Comparison");
        markup.open("table").open("thead").open("tr");
        for (String title : List.of("row", "figure", "verdict", "why")) {
            markup.leaf("th", title, "scope", "col", "class", "text");
        }
        markup.close().close().open("tbody");
        for (Finding finding : comparison.findings()) {
            String mood = finding.verdict().isFailing()
                    ? "text bad"
                    : finding.verdict() == Finding.Verdict.BETTER ? "text good" : "text";
            markup.open("tr");
            markup.leaf("th", finding.key().label(), "scope", "row");
            markup.leaf("td", finding.subject(), "class", "text");
            markup.leaf("td", finding.verdict().text(), "class", mood);
            markup.leaf("td", finding.sentence(), "class", "text");
            markup.close();
        }
        markup.close().close().close();
    }
}
