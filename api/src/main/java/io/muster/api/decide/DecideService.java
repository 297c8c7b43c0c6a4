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
import io.muster.solver.explain.Decision;
import io.muster.solver.explain.Judgement;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

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
        if (folder == null) {
            return new DecisionView(judge(open, command.decisions()), null);
        }
        Decided decided = take(open, command.decisions());
        Plan plan = decided.plan();
        if (plan == null) {
            return new DecisionView(decided.judgement(), null);
        }
        progress.step("write");
        return new DecisionView(decided.judgement(), folder.write(plan, open.baseline() != null));
    }

    /**
     * Judges decisions about an open plan.
     *
     * @param open the plan
     * @param decisions the decisions, at most one for each booking
     * @return the judgement
     * @throws BadRequestException when a decision cannot be taken at all
     */
    public static Judgement judge(OpenPlan open, List<Decision> decisions) {
        return ExplainService.asked(() -> open.explainer().judge(decisions));
    }

    /**
     * Takes decisions about an open plan, where no hard rule is broken.
     *
     * @param open the plan, which stays as it is
     * @param decisions the decisions, at most one for each booking
     * @return the judgement, and the plan once they are taken, audited
     * @throws BadRequestException when a decision cannot be taken at all
     * @throws InvalidPlanException when the plan as a whole breaks a rule, with the decisions or without them
     */
    public static Decided take(OpenPlan open, List<Decision> decisions) {
        Judgement judgement = judge(open, decisions);
        if (!judgement.allowed()) {
            return new Decided(judgement, null);
        }
        Plan plan = open.explainer().decided(decisions);
        AuditReport audit = new PlanAuditor(open.dataSet()).audit(plan, open.baseline());
        if (!audit.isValid()) {
            throw new InvalidPlanException(audit);
        }
        return new Decided(
                judgement,
                new Plan(
                        plan.scope(),
                        plan.sessions(),
                        plan.bookings(),
                        plan.unbooked(),
                        plan.changes(),
                        plan.pins(),
                        summary(open, audit)));
    }

    /**
     * Decisions that were taken.
     *
     * @param judgement which rules they break and what they cost
     * @param plan the plan with them, with its summary; null: a hard rule would be broken
     */
    public record Decided(Judgement judgement, @Nullable Plan plan) {}

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
                former == null ? null : former.profile(),
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
