package io.muster.solver.simulate;

import io.muster.solver.SolveListener;
import io.muster.solver.replan.PlanReplanner;
import java.util.ArrayList;
import java.util.List;

/** Lives through seasons of disruptions over a published plan, re-planning each Monday. */
public final class SeasonSimulator {
    private final PlanReplanner replanner;

    /**
     * A simulator.
     *
     * @param replanner repairs the plan each week
     */
    public SeasonSimulator(PlanReplanner replanner) {
        this.replanner = replanner;
    }

    /**
     * Simulates. Equal requests without a time limit give equal seasons, but for the seconds of the re-plans; requests that
     * differ in the plan alone meet the same disruptions.
     *
     * @param request what to simulate
     * @param listener told how far each re-plan is, on the calling thread
     * @return the seasons, in order
     * @throws IllegalStateException when a re-plan breaks a hard rule, which is a bug
     */
    public List<Season> simulate(SeasonRequest request, SolveListener listener) {
        List<Season> seasons = new ArrayList<>();
        for (int number = 1; number <= request.seasons(); number++) {
            seasons.add(new SeasonRun(request, number, replanner, listener).run());
        }
        return seasons;
    }
}
