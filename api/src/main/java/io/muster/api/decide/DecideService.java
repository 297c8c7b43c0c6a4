package io.muster.api.decide;

import io.muster.api.error.BadRequestException;
import io.muster.api.error.InvalidPlanException;
import io.muster.api.explain.ExplainService;
import io.muster.api.explain.OpenPlan;
import io.muster.api.plan.AuditFigures;
import io.muster.api.plan.PlanFolder;
import io.muster.api.progress.Progress;
import io.muster.data.plan.Plan;
import io.muster.data.plan.PlanSummary;
import io.muster.data.plan.PlanSummary.LowerBounds;
import io.muster.solver.check.AuditReport;
import io.muster.solver.check.PlanAuditor;
import io.muster.solver.explain.Judgement;
import java.nio.file.Path;

/** Judges manual decisions, and takes them. */
public final class DecideService {
    private static final LowerBounds NO_BOUNDS = new LowerBounds(null, null, "none", "none");

    private final ExplainService explaining;

    /**
     * A service.
     *
     * @param explaining opens plans
     */
    public DecideService(ExplainService explaining) {
        this.explaining = explaining;
    }

    /**
     * Judges decisions; where an output folder is named and no hard rule is broken, writes the plan once they are taken.
     *
     * @param command the decisions
     * @param progress told how far the work is
     * @return the judgement
     * @throws BadRequestException when a decision cannot be taken at all, or the folder cannot be used
     * @throws io.muster.api.error.BadInputException when data set or plan cannot be read
     * @throws InvalidPlanException when the plan as a whole breaks a rule, with the decisions or without them
     */
    public DecisionView decide(DecideCommand command, Progress progress) {
        Path out = command.out();
        PlanFolder folder = out == null ? null : PlanFolder.claim(out);
        OpenPlan open = explaining.open(command.plan(), progress);
        progress.step("judge");
        Judgement judgement = ExplainService.asked(() -> open.explainer().judge(command.decisions()));
        if (folder == null || !judgement.allowed()) {
            return new DecisionView(judgement, null);
        }
        progress.step("audit");
        Plan decided = open.explainer().decided(command.decisions());
        AuditReport audit = new PlanAuditor(open.dataSet()).audit(decided, open.baseline());
        if (!audit.isValid()) {
            throw new InvalidPlanException(audit);
        }
        progress.step("write");
        Plan whole = new Plan(
                decided.scope(),
                decided.sessions(),
                decided.bookings(),
                decided.unbooked(),
                decided.changes(),
                decided.pins(),
                summary(open, audit));
        return new DecisionView(judgement, folder.write(whole, open.baseline() != null));
    }

    /** The former summary with the figures of the audit; a bound on cost holds for the former shortfall only. */
    private static PlanSummary summary(OpenPlan open, AuditReport audit) {
        PlanSummary former = open.plan().summary();
        LowerBounds bounds = former == null ? NO_BOUNDS : former.lowerBounds();
        boolean sameShortfall = former != null && former.coverageShortfall() == audit.coverageShortfall();
        return new PlanSummary(
                open.dataSet().programme().id(),
                former == null ? "unknown" : former.ruleSetId(),
                former == null ? "unknown" : former.ruleSetHash(),
                open.loaded().inputHash(),
                former == null ? "unknown" : former.solverVersion(),
                former == null ? 0 : former.seed(),
                former == null ? 0 : former.wallSeconds(),
                audit.requirements(),
                audit.booked(),
                audit.requirements() - audit.booked(),
                audit.coverageShortfall(),
                AuditFigures.cost(audit),
                sameShortfall
                        ? bounds
                        : new LowerBounds(
                                bounds.coverageShortfall(),
                                null,
                                bounds.coverageDerivation(),
                                "none: a decision by hand changed the shortfall"),
                audit.occupancy(),
                audit.sessionsRun(),
                AuditFigures.hardViolations(audit));
    }
}
