package io.muster.api.error;

import io.muster.solver.check.AuditReport;
import io.muster.solver.check.AuditReport.Violation;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The solver made a plan that breaks a hard rule. That is a bug, and the plan was not written. */
public final class InvalidPlanException extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private static final int EXAMPLES = 3;

    private final transient AuditReport report;

    /**
     * Reports a plan.
     *
     * @param report the auditor's judgement of it, with at least one violation
     */
    public InvalidPlanException(AuditReport report) {
        super(message(report));
        this.report = report;
    }

    /** {@return the auditor's judgement} */
    public AuditReport report() {
        return report;
    }

    private static String message(AuditReport report) {
        String line = System.lineSeparator();
        StringBuilder message = new StringBuilder("the plan breaks hard rules, so it was not written:");
        Map<String, List<Violation>> byRule = report.violations().stream()
                .collect(Collectors.groupingBy(Violation::ruleId, TreeMap::new, Collectors.toList()));
        byRule.forEach((rule, violations) -> {
            message.append(line).append("  ").append(rule).append(", ").append(violations.size());
            message.append(violations.size() == 1 ? " violation:" : " violations, such as:");
            violations.stream()
                    .limit(EXAMPLES)
                    .forEach(v -> message.append(line)
                            .append("    ")
                            .append(v.subject())
                            .append(": ")
                            .append(v.message()));
        });
        return message.append(line)
                .append(
                        "Maybe the solver and docs/DATASET.md disagree about a rule; please report it with the data set.")
                .toString();
    }
}
