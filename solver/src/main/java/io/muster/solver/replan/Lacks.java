package io.muster.solver.replan;

import io.muster.solver.bound.Alone;
import io.muster.solver.problem.Problem;
import io.muster.solver.problem.Requirements;
import io.muster.solver.problem.Workforce;
import io.muster.solver.state.PlanState;
import java.util.function.IntPredicate;

/**
 * Says who is worth helping: whoever lacks more than they would alone, in a team that lacks more than its people do alone
 * and its ceiling takes. Of anybody else it is proven that no plan covers more. Where the plan is asked about does not
 * change the answer: prices do not count.
 */
final class Lacks {

    private final Requirements requirements;
    private final Workforce workforce;
    private final Alone alone;

    Lacks(Problem problem) {
        requirements = problem.requirements;
        workforce = problem.workforce;
        alone = Alone.of(problem);
    }

    /** Whether somebody might be covered better. */
    boolean isAvoidable(PlanState state, int person) {
        long ofPerson = lacking(state, person);
        if (ofPerson <= alone.loss(person)) {
            return false;
        }
        int team = workforce.teamOf[person];
        long ofTeam = 0;
        for (int p : workforce.membersOf[team]) {
            ofTeam += lacking(state, p);
        }
        return ofTeam > alone.lossOfTeam(team);
    }

    private long lacking(PlanState state, int person) {
        long lacking = 0;
        for (int r = requirements.firstOf[person]; r < requirements.firstOf[person + 1]; r++) {
            lacking += state.isBooked(r) ? 0 : requirements.weightOf[r];
        }
        return lacking;
    }

    /** How many unbooked requirements of some are of people who might be covered better. */
    int avoidable(PlanState state, IntPredicate some) {
        int count = 0;
        for (int i = 0; i < state.unbookedCount(); i++) {
            int r = state.unbooked(i);
            count += some.test(r) && isAvoidable(state, requirements.staffOf[r]) ? 1 : 0;
        }
        return count;
    }
}
