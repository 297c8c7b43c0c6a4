package io.muster.api.replan;

import io.muster.data.plan.PlanSummary;
import io.muster.solver.check.AuditReport;
import io.muster.solver.replan.ReplanPolicy;
import java.nio.file.Path;
import java.time.Duration;

/**
 * One of the plans to choose from.
 *
 * @param policy what it is good for
 * @param summary its figures, as written
 * @param audit the auditor's judgement; valid, or there would be no plan
 * @param figures what changes for people
 * @param duration wall-clock time of the repair, its audit not included
 * @param folder where the plan is
 */
public record ReplanOption(
        ReplanPolicy policy,
        PlanSummary summary,
        AuditReport audit,
        ReplanFigures figures,
        Duration duration,
        Path folder) {}
