package io.muster.api.cli;

import io.muster.api.replan.ReplanFigures;
import io.muster.api.replan.ReplanOption;
import io.muster.api.replan.ReplanView;
import io.muster.data.model.Programme;
import io.muster.data.plan.Disruption;
import io.muster.data.plan.PlanSummary;
import io.muster.solver.replan.ReplanPolicy;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;

/** Re-plans for people: what was hit, what moves and what it costs; several policies side by side. */
final class ReplanReport {
    private static final double MILLIS_PER_SECOND = 1000.0;
    private static final String TOTAL = "total";

    private ReplanReport() {}

    static void print(ReplanView view, PrintWriter out) {
        out.println("Re-plan of " + view.programme().id() + " as of "
                + view.programme().asOf() + ": " + view.programme().name());
        printHit(view, out);
        if (view.options().size() > 1) {
            printSideBySide(view.options(), out);
        }
        for (ReplanOption option : view.options()) {
            printOption(view, option, out);
        }
        out.println();
        PlanReport.printTimes(view.times(), out);
    }

    private static void printHit(ReplanView view, PrintWriter out) {
        SortedMap<String, Integer> kinds = new TreeMap<>();
        for (Disruption disruption : view.disruptions()) {
            kinds.merge(disruption.kind().name(), 1, Integer::sum);
        }
        TextTable table = new TextTable();
        table.row("disruptions", Figures.count(view.disruptions().size()) + counts(kinds));
        table.row(
                "hit",
                Figures.count(view.hitBookings()) + " bookings of " + Figures.count(view.hitPeople()) + " people, of "
                        + Figures.count(view.bookings()) + " bookings to come");
        table.printLeft(out);
    }

    /** Bookings by notice band, the longest first, such as {@code 28 days or more 13, 15 to 27 days 2}. */
    private static String bands(Programme programme, Map<Integer, Integer> byBand) {
        StringBuilder text = new StringBuilder();
        List<Integer> starts = programme.prices().changeBands().stream()
                .map(Programme.ChangeBand::minDays)
                .sorted(Comparator.reverseOrder())
                .toList();
        for (int i = 0; i < starts.size(); i++) {
            int start = starts.get(i);
            int count = byBand.getOrDefault(start, 0);
            if (count > 0) {
                text.append(text.isEmpty() ? "" : ", ")
                        .append(start)
                        .append(i == 0 ? "" : " to " + (starts.get(i - 1) - 1))
                        .append(i == 0 ? " days or more " : " days ")
                        .append(Figures.count(count));
            }
        }
        return text.isEmpty() ? "nobody moves" : text.toString();
    }

    private static String counts(Map<?, Integer> counts) {
        if (counts.isEmpty()) {
            return "";
        }
        StringBuilder text = new StringBuilder();
        counts.forEach((name, count) ->
                text.append(text.isEmpty() ? "" : ", ").append(name).append(' ').append(Figures.count(count)));
        return " (" + text + ")";
    }

    private static void printSideBySide(List<ReplanOption> options, PrintWriter out) {
        out.println();
        out.println("Side by side");
        TextTable table = new TextTable();
        row(table, "", options, option -> nameOf(option.policy()));
        row(
                table,
                "people moved",
                options,
                option -> Figures.count(option.figures().people()));
        row(
                table,
                "  of them not hit",
                options,
                option -> Figures.count(option.figures().peopleNotHit()));
        TreeSet<Integer> bands = new TreeSet<>((a, b) -> Integer.compare(b, a));
        options.forEach(option -> bands.addAll(option.figures().byBand().keySet()));
        for (int band : bands) {
            row(
                    table,
                    "bookings, " + band + " days' notice and more",
                    options,
                    option -> Figures.count(option.figures().byBand().getOrDefault(band, 0)));
        }
        row(
                table,
                "bookings dropped",
                options,
                option -> Figures.count(option.figures().dropped()));
        row(
                table,
                "bookings added",
                options,
                option -> Figures.count(option.figures().added()));
        row(table, "change", options, option -> Figures.pounds(option.figures().changePence()));
        row(table, "cost", options, option -> Figures.pounds(total(option.summary())));
        row(
                table,
                "shortfall",
                options,
                option -> Figures.count(option.summary().coverageShortfall()));
        row(
                table,
                "last booking",
                options,
                option -> String.valueOf(option.figures().lastDate()));
        row(table, "time", options, option -> seconds(option.duration()));
        table.print(out);
    }

    private static void row(
            TextTable table, String name, List<ReplanOption> options, Function<ReplanOption, String> cell) {
        String[] cells = new String[options.size() + 1];
        cells[0] = name;
        for (int i = 0; i < options.size(); i++) {
            cells[i + 1] = cell.apply(options.get(i));
        }
        table.row(cells);
    }

    private static void printOption(ReplanView view, ReplanOption option, PrintWriter out) {
        ReplanFigures figures = option.figures();
        PlanSummary summary = option.summary();
        out.println();
        out.println("Policy " + nameOf(option.policy()));
        TextTable table = new TextTable();
        table.row(
                "moved",
                Figures.count(figures.moved()) + " bookings, " + Figures.count(figures.dropped()) + " dropped, "
                        + Figures.count(figures.added()) + " added" + counts(figures.byReason()));
        table.row("by notice", bands(view.programme(), figures.byBand()));
        table.row(
                "to be told",
                Figures.count(figures.people()) + " people of new dates ("
                        + Figures.count(figures.peopleNotHit()) + " of them not hit), "
                        + Figures.count(figures.newPlace()) + " of another room only, "
                        + Figures.count(figures.trainers()) + " trainers");
        table.row(
                "coverage",
                Figures.percent(summary.booked(), summary.requirements()) + ", " + Figures.count(summary.booked())
                        + " of " + Figures.count(summary.requirements()) + " requirements booked, shortfall "
                        + Figures.count(summary.coverageShortfall()));
        table.row("last booking", String.valueOf(figures.lastDate()));
        table.printLeft(out);
        printCost(view, summary, out);
        PlanReport.printBounds(summary, out);
        out.println();
        out.println("Audit: 0 violations of H01 to H18. Repaired in " + seconds(option.duration()) + ".");
        out.println("The plan is in " + option.folder()
                + ": scope.csv, sessions.csv, bookings.csv, unbooked.csv, changes.csv, summary.json");
    }

    private static void printCost(ReplanView view, PlanSummary summary, PrintWriter out) {
        Map<String, Long> before = view.costBefore();
        if (before == null) {
            PlanReport.printCost(summary.cost(), out);
            return;
        }
        out.println();
        out.println("Cost");
        TextTable table = new TextTable();
        table.row("", "before", "after", "difference");
        summary.cost().forEach((line, pence) -> {
            long old = before.getOrDefault(line, 0L);
            table.row(line, Figures.pounds(old), Figures.pounds(pence), Figures.pounds(pence - old));
        });
        table.print(out);
    }

    private static long total(PlanSummary summary) {
        return summary.cost().getOrDefault(TOTAL, 0L);
    }

    private static String nameOf(ReplanPolicy policy) {
        return policy.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static String seconds(Duration duration) {
        return String.format(Locale.ROOT, "%.1f s", duration.toMillis() / MILLIS_PER_SECOND);
    }
}
