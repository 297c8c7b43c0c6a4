package io.muster.solver.support;

import ai.timefold.solver.core.api.score.buildin.hardmediumsoftlong.HardMediumSoftLongScore;
import io.muster.data.model.DataSet;
import io.muster.data.plan.Plan;
import io.muster.data.plan.ScopeDecision;
import io.muster.data.plan.ScopeDecision.Decision;
import io.muster.data.plan.Unbooked;
import io.muster.rules.RuleSet;
import io.muster.rules.RuleSetLoader;
import io.muster.rules.ScopeService;
import io.muster.solver.PlanMapper;
import io.muster.solver.SolvedPlan;
import io.muster.solver.check.AuditReport;
import io.muster.solver.check.PlanAuditor;
import io.muster.solver.problem.Problem;
import io.muster.solver.state.Assignment;
import java.util.ArrayList;
import java.util.List;

/** Whole plans of an assignment, and the auditor's word on them. */
public final class Plans {

    private static final RuleSet EVERYONE =
            new RuleSetLoader().shipped("everyone").ruleSet().orElseThrow();

    private Plans() {}

    /** {@return the decisions of the rule set "everyone"} */
    public static List<ScopeDecision> scopeByRules(DataSet data) {
        return new ScopeService().decide(data, EVERYONE).decisions();
    }

    /** {@return everybody in scope of everything, with the staff member's priority and any date} */
    public static List<ScopeDecision> everythingForAll(DataSet data) {
        List<ScopeDecision> scope = new ArrayList<>();
        data.staff()
                .forEach(person -> data.modules()
                        .forEach(module -> scope.add(new ScopeDecision(
                                person.id(),
                                module.id(),
                                Decision.IN_SCOPE,
                                "TEST-001",
                                "Test.",
                                person.priority(),
                                null,
                                null))));
        return scope;
    }

    /** {@return the plan an assignment stands for} */
    public static Plan of(Problem problem, List<ScopeDecision> scope, Assignment assignment) {
        PlanMapper.Rows rows = new PlanMapper(problem).map(assignment);
        List<Unbooked> unbooked = new ArrayList<>();
        for (int r : rows.unbooked()) {
            unbooked.add(new Unbooked(
                    problem.dataSet.staff().get(problem.requirements.staffOf[r]).id(),
                    problem.dataSet
                            .modules()
                            .get(problem.requirements.moduleOf[r])
                            .id(),
                    "NO_PLACE",
                    "None."));
        }
        return new Plan(scope, rows.sessions(), rows.bookings(), unbooked, List.of(), null);
    }

    /** {@return the auditor's report on the plan an assignment stands for} */
    public static AuditReport audit(Problem problem, List<ScopeDecision> scope, Assignment assignment) {
        return new PlanAuditor(problem.dataSet).audit(of(problem, scope, assignment), null);
    }

    /** {@return the auditor's report on a solved plan} */
    public static AuditReport audit(DataSet data, List<ScopeDecision> scope, SolvedPlan solved) {
        Plan plan = new Plan(scope, solved.sessions(), solved.bookings(), solved.unbooked(), List.of(), null);
        return new PlanAuditor(data).audit(plan, null);
    }

    /** {@return the score a report stands for} */
    public static HardMediumSoftLongScore score(AuditReport report) {
        long hard = report.hardViolations().values().stream()
                .mapToLong(Long::longValue)
                .sum();
        return HardMediumSoftLongScore.of(-hard, -report.coverageShortfall(), -report.totalCost());
    }
}
