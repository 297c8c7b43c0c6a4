package io.muster.api.plan;

import io.muster.data.issue.Issue;
import io.muster.data.model.Programme;
import io.muster.data.plan.PlanSummary;
import io.muster.solver.check.AuditReport;
import java.nio.file.Path;
import java.util.List;

/**
 * A plan that was made, audited and written.
 *
 * @param programme the programme it is for
 * @param summary its figures, as written
 * @param audit the auditor's judgement; valid, or there would be no plan
 * @param figures figures for people
 * @param warnings what is worth a look in the data set
 * @param times how long each step took, in order
 * @param peakHeapBytes most heap in use, garbage included
 * @param folder where the plan is
 */
public record PlanView(
        Programme programme,
        PlanSummary summary,
        AuditReport audit,
        PlanFigures figures,
        List<Issue> warnings,
        List<StepTime> times,
        long peakHeapBytes,
        Path folder) {

    /** Copies the lists. */
    public PlanView {
        warnings = List.copyOf(warnings);
        times = List.copyOf(times);
    }

    /** {@return whether every requirement is booked} */
    public boolean coversEverything() {
        return summary.unbooked() == 0;
    }
}
