package io.muster.solver;

import io.muster.data.model.DataSet;
import io.muster.data.plan.Plan;
import io.muster.data.plan.PlanSummary.LowerBounds;
import io.muster.data.plan.ScopeDecision;
import java.util.List;

/** The port through which everything outside this module has a plan solved. */
public interface PlanSolver {

    /**
     * Decides sessions and bookings. The same data set, scope, seed and step limit give the same answer.
     *
     * @param dataSet a validated data set
     * @param scope a decision for each staff member and module
     * @param options seed and limits
     * @param listener told how far the work is, on the calling thread, and asked whether to end
     * @return the plan found, complete even where coverage is not
     */
    SolvedPlan solve(DataSet dataSet, List<ScopeDecision> scope, SolveOptions options, SolveListener listener);

    /**
     * Goes on with a plan that an earlier solve of the same data set and scope had come to.
     *
     * @param dataSet a validated data set
     * @param scope a decision for each staff member and module
     * @param start the plan: a valid one, of which sessions and bookings are read
     * @param options seed and limits; of an earlier solve, what is left of them ({@link SolveOptions#after})
     * @param listener told how far the work is, on the calling thread, and asked whether to end
     * @return the plan found, at least as good as the start
     * @throws IllegalArgumentException if the start is not of this data set and scope, or not valid
     */
    SolvedPlan resume(
            DataSet dataSet, List<ScopeDecision> scope, Plan start, SolveOptions options, SolveListener listener);

    /**
     * What no plan can beat, before there is one. Takes seconds for large programmes.
     *
     * @param dataSet a validated data set
     * @param scope a decision for each staff member and module
     * @param options whose profile of weights gives the prices
     * @return the least shortfall, and the least cost of a plan of that shortfall
     */
    LowerBounds bounds(DataSet dataSet, List<ScopeDecision> scope, SolveOptions options);
}
