package io.muster.api.cli;

import io.muster.data.model.DataSet;
import io.muster.data.plan.Plan;
import io.muster.data.plan.PlanSummary;
import io.muster.data.plan.PlanSummary.LowerBounds;
import io.muster.data.plan.ScopeDecision;
import io.muster.data.plan.Unbooked;
import io.muster.solver.PlanSolver;
import io.muster.solver.SolveListener;
import io.muster.solver.SolveOptions;
import io.muster.solver.SolvedPlan;
import java.util.List;

/** Leaves every requirement unbooked: a valid plan, if a poor one. */
final class BooksNobody implements PlanSolver {

    @Override
    public SolvedPlan solve(DataSet dataSet, List<ScopeDecision> scope, SolveOptions options, SolveListener listener) {
        List<Unbooked> unbooked = scope.stream()
                .filter(d -> d.isRequirement(dataSet.programme().lastDay()))
                .map(d -> new Unbooked(d.staffId(), d.moduleId(), "NOT_TRIED", "Nobody is booked."))
                .toList();
        return new SolvedPlan(
                List.of(), List.of(), unbooked, new PlanSummary.LowerBounds(0L, null, "nothing is less", "none"), 0);
    }

    @Override
    public SolvedPlan resume(
            DataSet dataSet, List<ScopeDecision> scope, Plan start, SolveOptions options, SolveListener listener) {
        return solve(dataSet, scope, options, listener);
    }

    @Override
    public LowerBounds bounds(DataSet dataSet, List<ScopeDecision> scope, SolveOptions options) {
        throw new UnsupportedOperationException("nobody asks for it here");
    }
}
