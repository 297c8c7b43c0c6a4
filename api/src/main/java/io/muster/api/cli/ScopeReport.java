package io.muster.api.cli;

import io.muster.api.scope.DecidedScope;
import io.muster.data.model.DataSet;
import io.muster.data.model.TrainingModule;
import io.muster.data.plan.ScopeDecision;
import io.muster.data.plan.ScopeDecision.Decision;
import io.muster.rules.ScopeTrace;
import java.io.PrintWriter;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Scope decisions for people. */
final class ScopeReport {
    private ScopeReport() {}

    /** Prints how many decisions of each kind there are, by module and by rule. */
    static void printOverview(DataSet dataSet, DecidedScope scope, PrintWriter out) {
        out.println("Scope of " + dataSet.programme().id() + " by rule set " + scope.ruleSetId() + " ("
                + scope.result().ruleSet().name() + ")");
        out.println();
        printByModule(dataSet, scope.decisions(), out);
        out.println();
        printByRule(scope, out);
    }

    /** Prints how each decision about a staff member came about. */
    static void printWhy(List<ScopeTrace> traces, PrintWriter out) {
        out.println("Why " + traces.get(0).decision().staffId() + ":");
        for (ScopeTrace trace : traces) {
            out.println();
            printTrace(trace, out);
        }
    }

    /** Prints what scope.csv says of each module, where the rules are not at hand. */
    static void printDecisions(List<ScopeDecision> decisions, PrintWriter out) {
        for (ScopeDecision decision : decisions) {
            out.println(decision.moduleId() + ": " + words(decision.decision()) + dates(decision));
            out.println("  " + decision.reason() + " (" + decision.ruleId() + ")");
        }
    }

    private static void printByModule(DataSet dataSet, List<ScopeDecision> decisions, PrintWriter out) {
        Map<String, Map<Decision, Integer>> counts = new HashMap<>();
        Map<String, Integer> requirements = new HashMap<>();
        LocalDate lastDay = dataSet.programme().lastDay();
        for (ScopeDecision decision : decisions) {
            counts.computeIfAbsent(decision.moduleId(), id -> new EnumMap<>(Decision.class))
                    .merge(decision.decision(), 1, Integer::sum);
            requirements.merge(decision.moduleId(), decision.isRequirement(lastDay) ? 1 : 0, Integer::sum);
        }
        TextTable table = new TextTable();
        table.row("module", "in scope", "deferred", "credited", "out of scope", "requirements");
        for (TrainingModule module : dataSet.modules()) {
            Map<Decision, Integer> count = counts.getOrDefault(module.id(), Map.of());
            table.row(
                    module.id(),
                    Figures.count(count.getOrDefault(Decision.IN_SCOPE, 0)),
                    Figures.count(count.getOrDefault(Decision.DEFERRED, 0)),
                    Figures.count(count.getOrDefault(Decision.CREDITED, 0)),
                    Figures.count(count.getOrDefault(Decision.OUT_OF_SCOPE, 0)),
                    Figures.count(requirements.getOrDefault(module.id(), 0)));
        }
        table.print(out);
    }

    private static void printByRule(DecidedScope scope, PrintWriter out) {
        Map<String, Integer> counts = new TreeMap<>();
        for (ScopeDecision decision : scope.decisions()) {
            counts.merge(decision.ruleId(), 1, Integer::sum);
        }
        TextTable table = new TextTable();
        table.row("rule that decided", "decisions");
        counts.forEach((rule, count) -> table.row(scope.result().ruleSet().ruleName(rule), Figures.count(count)));
        table.print(out);
    }

    private static void printTrace(ScopeTrace trace, PrintWriter out) {
        ScopeDecision decision = trace.decision();
        out.println(decision.moduleId() + ": " + words(decision.decision()) + dates(decision));
        out.println("  " + decision.reason());
        out.println("  decided by  " + rule(decision.ruleId(), trace.ruleName(), trace.sheetRow()));
        if (!trace.facts().isEmpty()) {
            out.println("  facts       " + String.join(", ", trace.facts()));
        }
        for (ScopeTrace.Step step : trace.applied()) {
            if (!step.ruleId().equals(decision.ruleId())) {
                out.println("  shaped by   " + step(step));
            }
        }
        for (ScopeTrace.Step step : trace.overruled()) {
            out.println("  overruled   " + step(step));
        }
        ScopeTrace.Nearest nearest = trace.nearest();
        if (nearest != null) {
            out.println("  nearest     " + rule(nearest.ruleId(), nearest.ruleId(), nearest.sheetRow())
                    + " would have put them in scope, but " + String.join("; ", nearest.failed()));
        }
    }

    private static String step(ScopeTrace.Step step) {
        return rule(step.ruleId(), step.ruleName(), step.sheetRow()) + ": " + words(step.decision()) + " - "
                + step.sentence();
    }

    private static String rule(String id, String name, @Nullable Integer sheetRow) {
        return sheetRow == null ? name : id + " (sheet row " + sheetRow + ")";
    }

    private static String dates(ScopeDecision decision) {
        return (decision.priority() > 0 ? ", priority " + decision.priority() : "")
                + (decision.earliest() == null ? "" : ", not before " + decision.earliest())
                + (decision.latest() == null ? "" : ", not after " + decision.latest());
    }

    private static String words(Decision decision) {
        return switch (decision) {
            case IN_SCOPE -> "in scope";
            case OUT_OF_SCOPE -> "out of scope";
            case CREDITED -> "credited";
            case DEFERRED -> "deferred";
        };
    }
}
