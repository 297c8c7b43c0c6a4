package io.muster.solver.replan;

import io.muster.data.plan.PlanSummary.LowerBounds;
import io.muster.solver.SolveListener;

/** The port through which everything outside this module has a published plan repaired. */
public interface PlanReplanner {

    /**
     * Repairs a plan. The same request gives the same answer where no time limit ends the search.
     *
     * @param request what to repair, and how
     * @param listener told how far the work is, on the calling thread
     * @return the plan found, complete even where coverage is not
     * @throws IllegalArgumentException if the baseline names what the data set does not have
     */
    Replan replan(ReplanRequest request, SolveListener listener);

    /**
     * Proven lower bounds of every plan that answers a request. Takes seconds at 23,000 people, which is why a re-plan
     * does not wait for it.
     *
     * @param request what was to be repaired
     * @param replan what was found: the cost bound holds for every plan with its shortfall
     * @return the bounds
     * @throws IllegalArgumentException if the baseline names what the data set does not have
     */
    LowerBounds bounds(ReplanRequest request, Replan replan);
}
