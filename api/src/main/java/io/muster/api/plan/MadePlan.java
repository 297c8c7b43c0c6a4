package io.muster.api.plan;

import io.muster.data.plan.Plan;
import io.muster.data.plan.PlanSummary;
import io.muster.solver.check.AuditReport;

/**
 * A plan that was made and audited, and is nowhere yet.
 *
 * @param plan the plan with its summary
 * @param summary the same summary
 * @param audit the auditor's judgement; valid, or there would be no plan
 * @param figures figures for people
 */
public record MadePlan(Plan plan, PlanSummary summary, AuditReport audit, PlanFigures figures) {}
