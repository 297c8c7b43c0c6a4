package io.muster.benchmarks.report;

import io.muster.benchmarks.result.Metric;
import io.muster.benchmarks.result.Pareto;
import io.muster.benchmarks.result.Results;
import io.muster.benchmarks.result.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What profiles of weights buy: coverage, cost, fairness and disturbance, and which of them no other beats. */
final class ProfileSection {
    private static final List<Metric> AIMS =
            List.of(Metric.SHORTFALL, Metric.COST, Metric.COMPLETION_SPREAD, Metric.TRAVEL_P90, Metric.DISTURBANCE);
    private static final List<String> TITLES = List.of(
            "coverage shortfall",
            "cost",
            "BCUs apart, points of completion",
            "travel, 90th percentile, minutes",
            "bookings on another day, %");

    private final Results results;

    ProfileSection(Results results) {
        this.results = results;
    }

    void draw(Markup markup) {
        List<Row> rows =
                results.rows().stream().filter(row -> !row.figures().isEmpty()).toList();
        if (rows.stream().map(row -> row.key().profile()).distinct().count() < 2) {
            return;
        }
        markup.leaf("h2", "Profiles of weights");
        markup.leaf(
                "p",
                "Each point is what a profile leads to, judged by the data set's own prices, as medians over seeds. A"
                        + " solid mark with a bold name is worth a choice: no other profile is as good in coverage, cost,"
                        + " both kinds of fairness and disturbance, and better in one. A hollow one is beaten by another."
                        + " Lower and further left is better.");
        rows.stream()
                .map(ProfileSection::group)
                .distinct()
                .forEach(group -> group(
                        group,
                        rows.stream().filter(row -> group(row).equals(group)).toList(),
                        markup));
    }

    private static String group(Row row) {
        return row.key().caseId() + ", " + row.key().contender() + ", "
                + row.key().limit();
    }

    private static void group(String group, List<Row> rows, Markup markup) {
        if (rows.size() < 2) {
            return;
        }
        List<List<Double>> figures = rows.stream().map(ProfileSection::figures).toList();
        markup.leaf("h3", group);
        markup.open("div", "class", "several");
        for (int aim = 0; aim < AIMS.size(); aim++) {
            int column = aim;
            boolean differs =
                    figures.stream().map(row -> row.get(column)).distinct().count() > 1;
            if (AIMS.get(aim) != Metric.COST && differs) {
                chart(aim, rows, figures).draw(markup);
            }
        }
        markup.close();
        table(rows, figures, markup);
    }

    /** The same in figures, for points that lie too close to be told apart. */
    private static void table(List<Row> rows, List<List<Double>> figures, Markup markup) {
        markup.open("div", "class", "scroll", "tabindex", 0, "role", "region", "aria-label", "Table of profiles");
        markup.open("table").open("thead").open("tr");
        markup.leaf("th", "", "scope", "col");
        AIMS.forEach(aim -> markup.leaf("th", TITLES.get(AIMS.indexOf(aim)), "scope", "col"));
        markup.leaf("th", "worth a choice", "scope", "col");
        markup.close().close().open("tbody");
        for (int i = 0; i < rows.size(); i++) {
            markup.open("tr").leaf("th", rows.get(i).key().profile(), "scope", "row");
            for (int aim = 0; aim < AIMS.size(); aim++) {
                markup.leaf("td", AIMS.get(aim).text(figures.get(i).get(aim)));
            }
            markup.leaf("td", Pareto.isEfficient(figures, i) ? "yes" : "beaten").close();
        }
        markup.close().close().close();
    }

    private static DotChart chart(int aim, List<Row> rows, List<List<Double>> figures) {
        int cost = AIMS.indexOf(Metric.COST);
        List<DotChart.Dot> dots = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            dots.add(new DotChart.Dot(
                    rows.get(i).key().profile(),
                    figures.get(i).get(cost),
                    figures.get(i).get(aim),
                    Pareto.isEfficient(figures, i)));
        }
        String description = IntStream.range(0, rows.size())
                .mapToObj(i -> rows.get(i).key().profile() + ": "
                        + AIMS.get(aim).text(figures.get(i).get(aim)) + " at £"
                        + Metric.COST.text(figures.get(i).get(cost))
                        + (dots.get(i).solid() ? "" : ", beaten"))
                .collect(Collectors.joining("; "));
        String title = TITLES.get(aim);
        return new DotChart(
                title.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + title.substring(1) + ", against cost",
                description,
                "cost",
                "£",
                title,
                dots);
    }

    /** Without a reference plan there is no disturbance; the default profile is its own. */
    private static List<Double> figures(Row row) {
        return AIMS.stream()
                .map(aim -> row.spread(aim).isEmpty() ? 0.0 : row.spread(aim).median())
                .toList();
    }
}
