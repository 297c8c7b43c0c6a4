package io.muster.api.cli;

import io.muster.data.model.DataSet;
import io.muster.data.plan.Plan;
import io.muster.data.plan.PlanSummary.LowerBounds;
import io.muster.data.plan.ScopeDecision;
import io.muster.solver.PlanSolver;
import io.muster.solver.SolveListener;
import io.muster.solver.SolveOptions;
import io.muster.solver.SolvedPlan;
import java.util.List;

/** A solver with a bug. */
final class FallsOver implements PlanSolver {

    @Override
    public SolvedPlan solve(DataSet dataSet, List<ScopeDecision> scope, SolveOptions options, SolveListener listener) {
        throw new IllegalStateException("the solver fell over");
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
