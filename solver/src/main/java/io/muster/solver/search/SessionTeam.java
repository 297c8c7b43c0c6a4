package io.muster.solver.search;

import io.muster.solver.problem.Cadre;
import io.muster.solver.problem.Curriculum;
import io.muster.solver.state.PlanState;

/** Who may take whose place in a session's team, as far as accreditation and the internal trainers asked for go. */
final class SessionTeam {

    private final PlanState state;
    private final Curriculum curriculum;
    private final Cadre cadre;

    SessionTeam(MoveContext context) {
        state = context.state;
        curriculum = context.curriculum;
        cadre = context.problem.cadre;
    }

    /**
     * Whether a trainer could do what another does in a session. Whether they are free then is not asked.
     *
     * @param session a running session
     * @param old one of its trainers
     * @param taker a trainer who is not
     */
    boolean mayReplace(int session, int old, int taker) {
        int module = state.moduleOf(session);
        boolean internalLost = cadre.internal[old] && !cadre.internal[taker];
        return cadre.accredited[taker * curriculum.modules + module]
                && !(internalLost && internals(session) <= curriculum.internals[module]);
    }

    private int internals(int session) {
        int n = 0;
        for (int k = 0; k < curriculum.maxTrainers; k++) {
            int trainer = state.trainerAt(session, k);
            n += trainer >= 0 && cadre.internal[trainer] ? 1 : 0;
        }
        return n;
    }
}
