package io.muster.benchmarks.report;

import io.muster.benchmarks.result.Metric;
import io.muster.benchmarks.result.Results;
import io.muster.benchmarks.result.Row;
import io.muster.benchmarks.result.RunKey;
import io.muster.benchmarks.result.Spread;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Gap, time and memory against the number of people. */
final class SizeSection {
    private final Results results;

    SizeSection(Results results) {
        this.results = results;
    }

    void draw(Markup markup) {
        List<Row> rows = results.rows().stream()
                .filter(row -> !row.figures().isEmpty() && row.key().profile().equals("default"))
                .toList();
        if (rows.stream().map(SizeSection::people).distinct().count() < 2) {
            return;
        }
        markup.leaf("h2", "By size");
        markup.leaf(
                "p",
                "Medians over seeds. The gap is how much the cost may at most be above the least possible; what of it is"
                        + " the plan's and what the bound's nobody can tell.");
        chart("Gap to the proven bound", Metric.GAP, "gap, % of the bound", false, rows, markup);
        chart("From files to the first full plan", Metric.FIRST_PLAN, "seconds", true, rows, markup);
        chart("Heap needed", Metric.LIVE_HEAP, "MiB after collection", true, rows, markup);
    }

    private static void chart(
            String title, Metric metric, String yTitle, boolean logarithmic, List<Row> rows, Markup markup) {
        Map<String, List<LineChart.Point>> lines = new LinkedHashMap<>();
        rows.stream().sorted(Comparator.comparingInt(SizeSection::people)).forEach(row -> {
            Spread spread = row.spread(metric);
            if (!spread.isEmpty() && spread.median() > 0) {
                lines.computeIfAbsent(line(row), name -> new ArrayList<>())
                        .add(new LineChart.Point(
                                people(row),
                                spread.median(),
                                String.format(
                                        Locale.ROOT,
                                        "%,d people, median %s, worst %s",
                                        people(row),
                                        metric.text(spread.median()),
                                        metric.text(spread.worst(metric.smallerIsBetter())))));
            }
        });
        lines.values().removeIf(points -> points.size() < 2);
        if (lines.isEmpty()) {
            return;
        }
        List<LineChart.Series> series = lines.entrySet().stream()
                .map(line -> new LineChart.Series(line.getKey(), line.getValue()))
                .toList();
        String description = String.join(
                "; ",
                series.stream()
                        .map(s -> s.name() + ": "
                                + String.join(
                                        ", ",
                                        s.points().stream()
                                                .map(LineChart.Point::text)
                                                .toList()))
                        .toList());
        new LineChart(title, description, "people", yTitle, "", true, logarithmic, false, series, List.of())
                .draw(markup);
    }

    /** Programmes are no sizes of each other, so each has a line of its own: cases whose name differs in its number. */
    private static String line(Row row) {
        RunKey key = row.key();
        String settings =
                key.settings().equals(RunKey.NO_SETTINGS) || key.settings().equals("default")
                        ? ""
                        : ", " + key.settings();
        return key.caseId().replaceAll("-\\d+$", "") + ", " + key.contender() + settings + ", " + key.limit();
    }

    private static int people(Row row) {
        return row.figures().get(0).people();
    }
}
