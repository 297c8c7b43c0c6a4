package io.muster.solver.explain;

import io.muster.solver.problem.Cadre;
import io.muster.solver.problem.Curriculum;
import io.muster.solver.problem.Problem;
import io.muster.solver.state.PlanState;
import java.util.Arrays;

/** The cheapest trainers for a session that would open: whoever delivers that day anyway costs nothing. */
final class Staffing {

    private final PlanState state;
    private final Problem problem;
    private final Cadre cadre;
    private final Curriculum curriculum;

    Staffing(PlanState state) {
        this.state = state;
        problem = state.problem();
        cadre = problem.cadre;
        curriculum = problem.curriculum;
    }

    /**
     * The trainers of a session of a module at a place.
     *
     * @return one for each position, -1 where nobody is free; the internal ones that the module asks for come first
     */
    int[] find(int module, int place) {
        return fill(module, place, new int[0]);
    }

    /**
     * The trainers of a session of a module at a place, some of whom are given.
     *
     * @param given trainers that take the first positions, free or not; no more than there are positions
     * @return one for each position, -1 where nobody is free; among those found, the internal ones that the module still
     *     asks for come first
     */
    int[] fill(int module, int place, int[] given) {
        int[] team = Arrays.copyOf(given, curriculum.maxTrainers);
        Arrays.fill(team, given.length, team.length, -1);
        int needed = curriculum.trainers[module];
        if (needed <= given.length) {
            return team;
        }
        int day = problem.estate.dayOf(place);
        int[] free = Arrays.stream(cadre.able[module * problem.calendar.days + day])
                .filter(trainer -> state.isTrainerFree(trainer, module, place))
                .toArray();
        for (int k = given.length; k < needed; k++) {
            boolean internal = missingInternals(module, team) > 0;
            int best = cheapest(free, team, day, internal);
            team[k] = best >= 0 || !internal ? best : cheapest(free, team, day, false);
        }
        return team;
    }

    private int cheapest(int[] free, int[] team, int day, boolean internal) {
        int best = -1;
        long bestPence = Long.MAX_VALUE;
        for (int trainer : free) {
            long pence = state.trainerWorks(trainer, day) ? 0 : cadre.pencePerDay[trainer];
            if (pence < bestPence && (!internal || cadre.internal[trainer]) && !contains(team, trainer)) {
                best = trainer;
                bestPence = pence;
            }
        }
        return best;
    }

    /** Trainers missing of those that the module asks for. */
    int missing(int module, int[] team) {
        return curriculum.trainers[module]
                - (int) Arrays.stream(team).filter(t -> t >= 0).count();
    }

    /** Internal trainers missing of those that the module asks for. */
    int missingInternals(int module, int[] team) {
        int found = (int)
                Arrays.stream(team).filter(t -> t >= 0 && cadre.internal[t]).count();
        return Math.max(0, curriculum.internals[module] - found);
    }

    private static boolean contains(int[] team, int trainer) {
        for (int other : team) {
            if (other == trainer) {
                return true;
            }
        }
        return false;
    }
}
