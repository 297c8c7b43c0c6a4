package io.muster.solver.replan;

import io.muster.solver.state.PlanState;

/**
 * Which sessions are closed again that the repair opened for few: those below their least class in which nobody is where
 * the published plan has them, and who come may leave.
 */
final class ThinClasses {

    private final Repair repair;
    private final PlanState state;

    ThinClasses(Repair repair) {
        this.repair = repair;
        state = repair.state;
    }

    /** Whether a place runs such a session. */
    boolean isOne(int session) {
        int count = state.countOf(session);
        if (count == 0
                || repair.estate.dayOf(session) < repair.baseline.firstFree
                || count >= repair.curriculum.minClass[state.moduleOf(session)]) {
            return false;
        }
        for (int r : repair.state.attendees(session)) {
            boolean isWhereItWas = repair.baseline.isSame(r, state.dayOf(r), state.maskOf(r));
            if (isWhereItWas || repair.problem.isTogether(r) || repair.baseline.isPinned[r] || !state.canUnbook(r)) {
                return false;
            }
        }
        return true;
    }
}
