package io.muster.api.cli;

import io.muster.api.plan.AuditView;
import io.muster.solver.check.AuditReport;
import io.muster.solver.check.AuditReport.Violation;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** An audit for people. */
final class AuditText {
    private static final int EXAMPLES = 20;

    private AuditText() {}

    static void print(AuditView view, PrintWriter out) {
        AuditReport audit = view.audit();
        out.println("Audit of a plan of " + view.programme().id() + ": "
                + view.programme().name());
        TextTable head = new TextTable();
        head.row(
                "coverage",
                Figures.percent(audit.booked(), audit.requirements()) + ", " + Figures.count(audit.booked()) + " of "
                        + Figures.count(audit.requirements()) + " requirements booked");
        head.row("shortfall", Figures.count(audit.coverageShortfall()));
        head.row("occupancy", Figures.percent(audit.occupancy()));
        head.row("sessions", Figures.count(audit.sessionsRun()));
        head.row(
                "trainers",
                Figures.count(view.figures().trainersUsed()) + " of "
                        + Figures.count(view.figures().trainers()));
        head.printLeft(out);
        PlanReport.printCost(view.cost(), out);
        PlanReport.printCompletion(view.figures(), out);
        out.println();
        printVerdict(view, out);
        PlanReport.printTimes(view.times(), out);
    }

    private static void printVerdict(AuditView view, PrintWriter out) {
        List<Violation> violations = view.audit().violations();
        byRule(violations).forEach((rule, group) -> {
            out.println("VIOLATION " + rule + " (" + Figures.count(group.size()) + ")");
            group.stream().limit(EXAMPLES).forEach(v -> out.println("  " + v.subject() + ": " + v.message()));
            if (group.size() > EXAMPLES) {
                out.println("  ... and " + Figures.count(group.size() - EXAMPLES) + " more of " + rule);
            }
        });
        view.differences().forEach(difference -> out.println("DIFFERENCE " + difference));
        if (view.passed()) {
            out.println("Verdict: the plan is valid (0 violations of H01 to H18).");
        } else {
            out.println("Verdict: the plan is NOT valid (" + Figures.count(violations.size()) + " violations, "
                    + Figures.count(view.differences().size()) + " differences to its own summary).");
        }
    }

    private static Map<String, List<Violation>> byRule(List<Violation> violations) {
        Map<String, List<Violation>> groups = new LinkedHashMap<>();
        for (Violation violation : violations) {
            groups.computeIfAbsent(violation.ruleId(), rule -> new ArrayList<>())
                    .add(violation);
        }
        return groups;
    }
}
