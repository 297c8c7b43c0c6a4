package io.muster.solver.replan;

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
}
