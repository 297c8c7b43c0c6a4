package io.muster.api.cli;

import io.muster.api.plan.Completion;
import io.muster.api.plan.PlanFigures;
import io.muster.api.plan.PlanView;
import io.muster.api.plan.StepTime;
import io.muster.data.plan.PlanSummary;
import io.muster.data.plan.PlanSummary.LowerBounds;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A plan's figures for people. */
final class PlanReport {
    private static final double BYTES_PER_MEBIBYTE = 1024.0 * 1024.0;
    private static final int HASH_DIGITS = 12;

    private PlanReport() {}

    static void print(PlanView view, PrintWriter out) {
        PlanSummary summary = view.summary();
        out.println("Plan of " + view.programme().id() + ": " + view.programme().name());
        TextTable head = new TextTable();
        head.row("rule set", summary.ruleSetId() + " (" + shorten(summary.ruleSetHash()) + ")");
        if (summary.profile() != null) {
            head.row("profile", summary.profile());
        }
        head.row("seed", String.valueOf(summary.seed()));
        head.row(
                "coverage",
                Figures.percent(summary.booked(), summary.requirements()) + ", " + Figures.count(summary.booked())
                        + " of " + Figures.count(summary.requirements()) + " requirements booked");
        head.row("occupancy", Figures.percent(summary.occupancy()));
        head.row("sessions", Figures.count(summary.sessionsRun()));
        head.row(
                "trainers",
                Figures.count(view.figures().trainersUsed()) + " of "
                        + Figures.count(view.figures().trainers()));
        head.printLeft(out);

        printCost(summary.cost(), out);
        printBounds(summary, out);
        printCompletion(view.figures(), out);
        out.println();
        out.println("Audit: 0 violations of H01 to H18.");
        printTimes(view.times(), out);
        out.println("Peak heap: " + Figures.count(Math.round(view.peakHeapBytes() / BYTES_PER_MEBIBYTE)) + " MiB");
        out.println();
        out.println("The plan is in " + view.folder()
                + ": scope.csv, sessions.csv, bookings.csv, unbooked.csv, summary.json");
    }

    /** Prints cost by line, in the order of the map. */
    static void printCost(Map<String, Long> cost, PrintWriter out) {
        out.println();
        out.println("Cost");
        TextTable table = new TextTable();
        cost.forEach((line, pence) -> table.row(line, Figures.pounds(pence)));
        table.print(out);
    }

    /** Prints completion by BCU and by module. */
    static void printCompletion(PlanFigures figures, PrintWriter out) {
        printCompletion("Completion by BCU", figures.byBcu(), out);
        printCompletion("Completion by module", figures.byModule(), out);
    }

    /** Prints how long each step took, on one line. */
    static void printTimes(List<StepTime> times, PrintWriter out) {
        StringBuilder line = new StringBuilder("Time:");
        Duration total = Duration.ZERO;
        for (StepTime time : times) {
            line.append(' ')
                    .append(time.step())
                    .append(' ')
                    .append(seconds(time.duration()))
                    .append(',');
            total = total.plus(time.duration());
        }
        out.println(line.append(" in all ").append(seconds(total)));
    }

    /** Prints shortfall and cost beside their proven bounds. */
    static void printBounds(PlanSummary summary, PrintWriter out) {
        LowerBounds bounds = summary.lowerBounds();
        out.println();
        out.println("How far from the best possible");
        TextTable table = new TextTable();
        table.row("", "this plan", "proven bound", "gap");
        table.row(
                "shortfall",
                Figures.count(summary.coverageShortfall()),
                bounds.coverageShortfall() == null ? "none" : Figures.count(bounds.coverageShortfall()),
                gap(summary.coverageShortfall(), bounds.coverageShortfall()));
        long total = summary.cost().getOrDefault("total", 0L);
        table.row(
                "cost",
                Figures.pounds(total),
                bounds.cost() == null ? "none" : Figures.pounds(bounds.cost()),
                gap(total, bounds.cost()));
        table.print(out);
    }

    private static String gap(long value, @Nullable Long bound) {
        if (bound == null) {
            return "unknown";
        }
        return value == 0 ? "0.00%" : Figures.percent(Math.max(0, value - bound), value);
    }

    private static void printCompletion(String title, List<Completion> completions, PrintWriter out) {
        out.println();
        out.println(title);
        TextTable table = new TextTable();
        table.row("", "booked", "required", "share");
        for (Completion completion : completions) {
            table.row(
                    completion.name(),
                    Figures.count(completion.booked()),
                    Figures.count(completion.requirements()),
                    Figures.percent(completion.booked(), completion.requirements()));
        }
        table.print(out);
    }

    private static String shorten(String hash) {
        return hash.length() > HASH_DIGITS ? hash.substring(0, HASH_DIGITS) : hash;
    }

    private static String seconds(Duration duration) {
        return String.format(Locale.ROOT, "%.1f s", duration.toMillis() / 1000.0);
    }
}
