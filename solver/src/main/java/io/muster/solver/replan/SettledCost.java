package io.muster.solver.replan;

import io.muster.solver.catalogue.TrainingConstraint;
import io.muster.solver.problem.Problem;
import io.muster.solver.state.Assignment;
import io.muster.solver.state.CostLedger;
import io.muster.solver.state.PlanState;
import java.util.EnumSet;
import java.util.Set;

/** What the past costs: the bookings on past days stay as they are in every plan, and nothing is added to those days. */
public final class SettledCost {

    /** Lines that past bookings alone do not settle. */
    private static final Set<TrainingConstraint> OPEN =
            EnumSet.of(TrainingConstraint.TRAJECTORY, TrainingConstraint.CHANGE);

    private SettledCost() {}

    /**
     * The cost of past days, all lines but trajectory and change.
     *
     * @param problem the problem of a re-plan
     * @param assignment any plan of it that keeps the past as it is
     * @return pence; 0 without a published plan
     */
    public static long of(Problem problem, Assignment assignment) {
        Assignment past = assignment.copy();
        int[] sessionOf = past.sessionOf();
        for (int r = 0; r < sessionOf.length; r++) {
            if (sessionOf[r] >= 0 && problem.estate.dayOf(sessionOf[r]) >= problem.baseline.firstFree) {
                sessionOf[r] = -1;
            }
        }
        CostLedger cost = PlanState.of(problem, past).cost();
        return cost.total() - OPEN.stream().mapToLong(cost::of).sum();
    }
}
