package io.muster.benchmarks.report;

import io.muster.benchmarks.contender.Sample;
import io.muster.benchmarks.result.Metric;
import io.muster.benchmarks.result.Results;
import io.muster.benchmarks.result.Row;
import io.muster.benchmarks.result.Run;
import io.muster.benchmarks.result.RunFigures;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/** Cost over time, with the proven bound: both sides closing in. */
final class TimeSection {
    private static final String DEFAULT_PROFILE = "default";
    private static final double PENCE_PER_POUND = 100.0;

    private final Results results;

    TimeSection(Results results) {
        this.results = results;
    }

    void draw(Markup markup) {
        List<Row> rows = results.rows().stream()
                .filter(row -> row.key().profile().equals(DEFAULT_PROFILE))
                .filter(row -> row.runs().stream().anyMatch(run -> !run.trace().isEmpty()))
                .toList();
        if (rows.isEmpty()) {
            return;
        }
        markup.leaf("h2", "Cost over time");
        markup.leaf(
                "p",
                "Cost of the best plan so far in the run whose final cost is the median, from its first full plan on, as"
                        + " the contender counts it; and the proven bound, which no plan of the same coverage goes below."
                        + " What lies between the two is what nobody knows yet.");
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

    private static LineChart chart(String caseId, List<Row> rows) {
        RowNames names = new RowNames(rows);
        List<LineChart.Series> series = new ArrayList<>();
        for (Row row : rows) {
            medianRun(row)
                    .ifPresent(run ->
                            series.add(new LineChart.Series(names.of(row) + ", seed " + run.seed(), points(run))));
        }
        double bound = rows.stream()
                .map(row -> row.spread(Metric.COST_BOUND))
                .filter(spread -> !spread.isEmpty())
                .mapToDouble(spread -> spread.median())
                .max()
                .orElse(Double.NaN);
        double end = series.stream()
                .flatMap(s -> s.points().stream())
                .mapToDouble(LineChart.Point::y)
                .min()
                .orElse(Double.NaN);
        return new LineChart(
                caseId,
                String.format(
                        Locale.ROOT,
                        "Cost against seconds for %s. The cheapest plan costs £%,.0f, the proven bound is £%,.0f.",
                        caseId,
                        end,
                        bound),
                "seconds since planning began",
                "cost",
                "£",
                true,
                false,
                true,
                series,
                Double.isNaN(bound)
                        ? List.of()
                        : List.of(new LineChart.Reference(
                                String.format(Locale.ROOT, "proven bound £%,.0f", bound), bound)));
    }

    private static Optional<Run> medianRun(Row row) {
        List<Run> good = row.runs().stream()
                .filter(run -> run.figures() != null && !run.trace().isEmpty())
                .sorted(Comparator.comparingLong(
                        run -> Objects.requireNonNull(run.figures()).costPence()))
                .toList();
        return good.isEmpty() ? Optional.empty() : Optional.of(good.get((good.size() - 1) / 2));
    }

    private static List<LineChart.Point> points(Run run) {
        RunFigures figures = Objects.requireNonNull(run.figures());
        return run.trace().stream()
                .filter(sample -> sample.coverageShortfall() <= figures.firstShortfall())
                .map(TimeSection::point)
                .toList();
    }

    private static LineChart.Point point(Sample sample) {
        double pounds = sample.costPence() / PENCE_PER_POUND;
        return new LineChart.Point(
                sample.seconds(),
                pounds,
                String.format(
                        Locale.ROOT,
                        "£%,.0f, shortfall %,d, after %.1f s",
                        pounds,
                        sample.coverageShortfall(),
                        sample.seconds()));
    }
}
