package io.muster.api.cli;

import io.muster.api.check.CheckView;
import io.muster.solver.feasibility.FeasibilityReport;
import io.muster.solver.feasibility.Finding;
import io.muster.solver.feasibility.ModuleSupply;
import java.io.PrintWriter;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;

/** What a check found, for people. */
final class CheckReport {
    private static final int MOST_OF_A_KIND = 5;

    private CheckReport() {}

    /** Prints a check; {@code all} prints every finding. */
    static void print(CheckView view, boolean all, PrintWriter out) {
        FeasibilityReport report = view.report();
        out.println("Check of " + view.programme().id() + " by rule set " + view.ruleSetId());
        out.println();
        if (view.mayCoverEverything()) {
            out.println("Nothing rules out full coverage of the " + Figures.count(report.requirements())
                    + " requirements, as far as can be proven before planning.");
        } else {
            out.println("Full coverage of the " + Figures.count(report.requirements())
                    + " requirements is impossible: every plan has a coverage shortfall of at least "
                    + Figures.count(report.shortfall()) + ".");
        }
        for (Finding.Kind kind : Finding.Kind.values()) {
            printKind(kind, report.findings(), all, out);
        }
        printSupply(report, out);
        printMonths(report, out);
    }

    private static void printKind(Finding.Kind kind, List<Finding> findings, boolean all, PrintWriter out) {
        List<Finding> own =
                findings.stream().filter(finding -> finding.kind() == kind).toList();
        if (own.isEmpty()) {
            return;
        }
        long shortfall = own.stream().mapToLong(Finding::shortfall).sum();
        out.println();
        out.println(title(kind) + (kind == Finding.Kind.WEEK ? "" : ": " + Figures.count(shortfall)));
        int shown = all ? own.size() : Math.min(own.size(), MOST_OF_A_KIND);
        for (Finding finding : own.subList(0, shown)) {
            out.println(
                    "  " + Figures.count(finding.shortfall()) + ": " + finding.sentence() + ". " + finding.remedy());
        }
        if (shown < own.size()) {
            out.println("  and " + Figures.count(own.size() - shown) + " more; --all prints them");
        }
    }

    private static String title(Finding.Kind kind) {
        return switch (kind) {
            case DEAD_END -> "No plan can book";
            case TOO_FEW_DAYS -> "Too few days of one's own";
            case TEAM_CEILING -> "Team ceilings";
            case SEATS -> "Seats and trainers over the whole programme";
            case WEEK -> "Seats by week";
        };
    }

    private static void printSupply(FeasibilityReport report, PrintWriter out) {
        out.println();
        out.println("Supply by module, each as if it had all rooms and its trainers to itself");
        TextTable table = new TextTable();
        table.row("", "required", "possible", "seats", "trainer days", "needed", "internal", "needed");
        for (ModuleSupply module : report.modules()) {
            boolean unlimited = module.mostSeats() == Long.MAX_VALUE;
            table.row(
                    module.module(),
                    Figures.count(module.required()),
                    Figures.count(module.possible()),
                    unlimited ? "any" : Figures.count(module.mostSeats()),
                    unlimited ? "-" : Figures.count(module.trainerDays()),
                    unlimited ? "-" : Figures.count(module.trainerDaysNeeded()),
                    unlimited ? "-" : Figures.count(module.internalDays()),
                    unlimited ? "-" : Figures.count(module.internalDaysNeeded()));
        }
        table.print(out);
    }

    private static void printMonths(FeasibilityReport report, PrintWriter out) {
        out.println();
        out.println("By month: people who could have it then / seats it could have");
        TextTable table = new TextTable();
        List<String> head = new ArrayList<>(List.of(""));
        for (YearMonth month : report.months()) {
            head.add(month.toString());
        }
        table.row(head.toArray(String[]::new));
        for (ModuleSupply module : report.modules()) {
            List<String> cells = new ArrayList<>(List.of(module.module()));
            for (int i = 0; i < report.months().size(); i++) {
                String seats = module.mostSeats() == Long.MAX_VALUE
                        ? "any"
                        : Figures.count(module.seatsByMonth().get(i));
                cells.add(Figures.count(module.openByMonth().get(i)) + " / " + seats);
            }
            table.row(cells.toArray(String[]::new));
        }
        table.print(out);
    }
}
