package io.muster.api.plan;

import io.muster.data.issue.Issue;
import io.muster.data.model.Programme;
import io.muster.solver.check.AuditReport;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The audit of a plan.
 *
 * @param programme the programme it is for
 * @param audit the auditor's judgement
 * @param cost pence by cost line, then their total
 * @param figures figures for people
 * @param differences where the plan's own summary says something else than the audit, a sentence each
 * @param warnings what is worth a look in data set and plan
 * @param times how long each step took, in order
 */
public record AuditView(
        Programme programme,
        AuditReport audit,
        Map<String, Long> cost,
        PlanFigures figures,
        List<String> differences,
        List<Issue> warnings,
        List<StepTime> times) {

    /** Copies the collections; cost keeps its order. */
    public AuditView {
        cost = Collections.unmodifiableMap(new LinkedHashMap<>(cost));
        differences = List.copyOf(differences);
        warnings = List.copyOf(warnings);
        times = List.copyOf(times);
    }

    /** {@return whether the plan keeps every hard rule and tells the truth about itself} */
    public boolean passed() {
        return audit.isValid() && differences.isEmpty();
    }
}
