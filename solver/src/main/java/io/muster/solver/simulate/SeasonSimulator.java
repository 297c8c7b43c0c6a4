package io.muster.solver.simulate;

import io.muster.data.model.Programme;
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
     * @throws IllegalArgumentException when no week of the programme is left
     * @throws IllegalStateException when a re-plan breaks a hard rule, which is a bug
     */
    public List<Season> simulate(SeasonRequest request, SolveListener listener) {
        Programme programme = request.dataSet().programme();
        if (!hasWeeks(programme)) {
            throw new IllegalArgumentException(
                    "No week is left between " + programme.asOf() + " and " + programme.lastDay() + ".");
        }
        List<Season> seasons = new ArrayList<>();
        for (int number = 1; number <= request.seasons(); number++) {
            seasons.add(new SeasonRun(request, number, replanner, listener).run());
        }
        return seasons;
    }

    /**
     * Whether there is anything to live through. A season begins on the Monday of the programme's first day, or on the first
     * from the day on that the data set is of, where that is later.
     *
     * @param programme the programme
     * @return whether that is before its last day
     */
    public static boolean hasWeeks(Programme programme) {
        return !World.start(programme).isAfter(programme.lastDay());
    }
}
