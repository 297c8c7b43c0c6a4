package io.muster.api.cli;

import io.muster.api.scope.DecidedScope;
import io.muster.rules.ScopeComparison;
import io.muster.rules.ScopeComparison.Count;
import io.muster.rules.ScopeComparison.Estimate;
import io.muster.rules.ScopeComparison.Move;
import java.io.PrintWriter;
import java.util.SortedMap;

/** The comparison of two rule sets for people. */
final class ScopeComparisonReport {
    private static final int EXAMPLES = 10;

    private ScopeComparisonReport() {}

    static void print(ScopeComparison comparison, DecidedScope before, DecidedScope after, PrintWriter out) {
        out.println("From rule set " + before.ruleSetId() + " to " + after.ruleSetId() + ": "
                + Figures.count(comparison.moves().size()) + " requirements come or go, "
                + Figures.count(comparison.otherChanges()) + " decisions differ otherwise");
        printCounts("by BCU", comparison.byBcu(), out);
        printCounts("by function", comparison.byFunction(), out);
        printCounts("by module", comparison.byModule(), out);
        printEstimates(comparison, out);
        printExamples(comparison, out);
    }

    private static void printCounts(String title, SortedMap<String, Count> counts, PrintWriter out) {
        out.println();
        TextTable table = new TextTable();
        table.row(title, "in", "out", "net");
        counts.forEach((name, count) ->
                table.row(name, Figures.count(count.in()), Figures.count(count.out()), Figures.signed(count.net())));
        table.print(out);
    }

    private static void printEstimates(ScopeComparison comparison, PrintWriter out) {
        out.println();
        TextTable table = new TextTable();
        table.row("estimate by module", "requirements", "seats", "duty taken", "rooms", "trainers", "in all");
        comparison.after().forEach((module, after) -> {
            Estimate before = comparison.before().get(module);
            row(table, module, before == null ? after : after.minus(before));
        });
        row(table, "in all", comparison.difference());
        table.print(out);
        out.println("  (differences; a plan's cost has more lines than this estimate)");
    }

    private static void row(TextTable table, String name, Estimate difference) {
        table.row(
                name,
                Figures.signed(difference.requirements()),
                Figures.signed(difference.seats()),
                Figures.pounds(difference.abstractionPence()),
                Figures.pounds(difference.roomPence()),
                Figures.pounds(difference.trainerPence()),
                Figures.pounds(difference.totalPence()));
    }

    private static void printExamples(ScopeComparison comparison, PrintWriter out) {
        if (comparison.moves().isEmpty()) {
            return;
        }
        out.println();
        out.println("Such as");
        for (Move move : comparison
                .moves()
                .subList(0, Math.min(EXAMPLES, comparison.moves().size()))) {
            out.println("  " + move.staffId() + " " + move.moduleId() + " moves " + (move.in() ? "in" : "out") + ": "
                    + move.from() + " to " + move.to() + " by " + move.ruleId());
        }
    }
}
