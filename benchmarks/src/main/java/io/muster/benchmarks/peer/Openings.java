package io.muster.benchmarks.peer;

import io.muster.solver.problem.Problem;
import io.muster.solver.state.PlanState;

/**
 * Opens sessions for a greedy. A greedy closes none: a place that could not be opened once can never be, and is not asked
 * about again.
 */
final class Openings {

    private final PlanState state;
    private final Problem problem;
    private final Staffing staffing;
    private final boolean[] never;
    private final int[] team;

    Openings(PlanState state) {
        this.state = state;
        problem = state.problem();
        staffing = new Staffing(state);
        never = new boolean[problem.curriculum.modules * problem.estate.digitalBase];
        team = new int[problem.curriculum.maxTrainers];
    }

    /** {@return whether a place is known to be of no use for a module: cheap, to be asked first} */
    boolean isOutOfQuestion(int session, int module) {
        return never[module * problem.estate.digitalBase + session];
    }

    /**
     * What opening a session takes.
     *
     * @param session a place
     * @param module a module with sessions
     * @return room and trainers' new days, pence; -1: it cannot be opened
     */
    long price(int session, int module) {
        int at = module * problem.estate.digitalBase + session;
        if (never[at]) {
            return -1;
        }
        if (!state.isFree(session, module) || !staffing.pick(session, module, team)) {
            never[at] = true;
            return -1;
        }
        return roomPence(session, module) + staffing.pence(session, team);
    }

    /** {@return hire of the room of a session, pence} */
    long roomPence(int session, int module) {
        return problem.estate.pencePerSlot[problem.estate.roomOf(session)] * problem.curriculum.slots[module];
    }

    /** Opens a session where that is possible; somebody has to be booked in it next. */
    boolean open(int session, int module) {
        if (price(session, module) < 0) {
            return false;
        }
        staffing.write(session, module, team);
        return true;
    }
}
