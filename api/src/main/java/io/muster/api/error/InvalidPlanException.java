package io.muster.api.error;

import io.muster.solver.check.AuditReport;
import io.muster.solver.check.AuditReport.Violation;
import java.util.stream.Collectors;

/** The solver made a plan that breaks a hard rule. That is a bug, and the plan was not written. */
public final class InvalidPlanException extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private static final int EXAMPLES = 10;

    private final transient AuditReport report;

    /**
     * Reports a plan.
     *
     * @param report the auditor's judgement of it, with at least one violation
     */
    public InvalidPlanException(AuditReport report) {
        super("The plan breaks hard rules, so it was not written; "
                + report.violations().size() + " violation(s), such as:"
                + report.violations().stream()
                        .limit(EXAMPLES)
                        .map(InvalidPlanException::line)
                        .collect(Collectors.joining())
                + System.lineSeparator()
                + "Maybe the solver and DATASET.md disagree about a rule; please report it with the data set.");
        this.report = report;
    }

    /** {@return the auditor's judgement} */
    public AuditReport report() {
        return report;
    }

    private static String line(Violation violation) {
        return System.lineSeparator() + "  " + violation.ruleId() + " " + violation.subject() + ": "
                + violation.message();
    }
}
