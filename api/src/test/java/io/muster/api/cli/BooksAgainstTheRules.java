package io.muster.api.cli;

import io.muster.data.model.DataSet;
import io.muster.data.model.TrainingModule.Delivery;
import io.muster.data.plan.Booking;
import io.muster.data.plan.Plan;
import io.muster.data.plan.PlanSummary;
import io.muster.data.plan.PlanSummary.LowerBounds;
import io.muster.data.plan.ScopeDecision;
import io.muster.solver.PlanSolver;
import io.muster.solver.SolveListener;
import io.muster.solver.SolveOptions;
import io.muster.solver.SolvedPlan;
import java.util.List;

/** Books one digital module on the day of planning, which gives no notice at all. */
final class BooksAgainstTheRules implements PlanSolver {

    @Override
    public SolvedPlan solve(DataSet dataSet, List<ScopeDecision> scope, SolveOptions options, SolveListener listener) {
        String module = dataSet.modules().stream()
                .filter(m -> m.delivery() == Delivery.DIGITAL)
                .findFirst()
                .orElseThrow()
                .id();
        Booking booking = new Booking(
                dataSet.staff().get(0).id(),
                module,
                null,
                dataSet.programme().asOf(),
                List.of(dataSet.programme().slots().get(0).id()),
                Booking.Status.PLANNED);
        return new SolvedPlan(
                List.of(), List.of(booking), List.of(), new PlanSummary.LowerBounds(null, null, "none", "none"), 0);
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
