package io.muster.benchmarks.peer;

import io.muster.solver.problem.Cadre;
import io.muster.solver.problem.Curriculum;
import io.muster.solver.state.PlanState;

/**
 * Finds trainers for a session: those who must be internal first, then the others. Whoever teaches that day anyway comes
 * first, then external trainers by price, then internal ones, who are few.
 */
final class Staffing {

    private final PlanState state;
    private final Cadre cadre;
    private final Curriculum curriculum;

    Staffing(PlanState state) {
        this.state = state;
        cadre = state.problem().cadre;
        curriculum = state.problem().curriculum;
    }

    /**
     * Chooses trainers.
     *
     * @param session a place where nothing runs
     * @param module the module to run there
     * @param team filled with the trainers, -1 beyond the module's number; one entry for each place of a session
     * @return whether there are enough
     */
    boolean pick(int session, int module, int[] team) {
        for (int k = 0; k < team.length; k++) {
            team[k] = k < curriculum.trainers[module]
                    ? best(session, module, k < curriculum.internals[module], team, k)
                    : -1;
            if (k < curriculum.trainers[module] && team[k] < 0) {
                return false;
            }
        }
        return true;
    }

    private int best(int session, int module, boolean internalAsked, int[] team, int taken) {
        int day = state.problem().estate.dayOf(session);
        int best = -1;
        long bestPrice = Long.MAX_VALUE;
        for (int t = 0; t < cadre.trainers; t++) {
            if ((internalAsked && !cadre.internal[t]) || !state.isTrainerFree(t, module, session)) {
                continue;
            }
            long price = state.trainerWorks(t, day)
                    ? 0
                    : 1 + cadre.pencePerDay[t] + (cadre.internal[t] && !internalAsked ? Integer.MAX_VALUE : 0);
            if (price < bestPrice && !contains(team, taken, t)) {
                best = t;
                bestPrice = price;
            }
        }
        return best;
    }

    private static boolean contains(int[] team, int taken, int trainer) {
        for (int k = 0; k < taken; k++) {
            if (team[k] == trainer) {
                return true;
            }
        }
        return false;
    }

    /** {@return what chosen trainers cost who do not teach on the day otherwise, pence} */
    long pence(int session, int[] team) {
        int day = state.problem().estate.dayOf(session);
        long pence = 0;
        for (int trainer : team) {
            pence += trainer < 0 || state.trainerWorks(trainer, day) ? 0 : cadre.pencePerDay[trainer];
        }
        return pence;
    }

    /** Writes a module and trainers to a place where nothing runs; it runs as soon as somebody is booked there. */
    void write(int session, int module, int[] team) {
        state.setModule(session, module);
        for (int k = 0; k < team.length; k++) {
            state.setTrainer(session, k, team[k]);
        }
    }
}
