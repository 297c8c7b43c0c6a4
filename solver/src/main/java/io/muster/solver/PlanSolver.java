package io.muster.solver;

import io.muster.data.model.DataSet;
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
     * @param listener told how far the work is, on the calling thread
     * @return the plan found, complete even where coverage is not
     */
    SolvedPlan solve(DataSet dataSet, List<ScopeDecision> scope, SolveOptions options, SolveListener listener);
}
