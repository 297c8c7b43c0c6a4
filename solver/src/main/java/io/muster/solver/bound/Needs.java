package io.muster.solver.bound;

import io.muster.solver.problem.Problem;
import io.muster.solver.problem.Requirements;

/** What staff members need, and what they could have of it alone. */
final class Needs {

    /** Weight that each staff member leaves unbooked even alone. */
    final long[] lossOf;
    /** Slots of the requirements of each staff member. */
    final int[] allSlots;
    /** Most slots that each staff member could have booked if alone. */
    final int[] mostSlots;
    /** Least weight that a slot left unbooked costs each staff member. */
    final double[] weightOfSlot;

    private final Problem problem;

    /** The needs of nobody so far: see {@link #note}. */
    Needs(Problem problem) {
        this.problem = problem;
        lossOf = new long[problem.workforce.staff];
        allSlots = new int[problem.workforce.staff];
        mostSlots = new int[problem.workforce.staff];
        weightOfSlot = new double[problem.workforce.staff];
    }

    /**
     * Notes the needs of somebody who has requirements.
     *
     * @param p staff member
     * @param solo what has just looked at him or her
     */
    void note(int p, Solo solo) {
        Requirements requirements = problem.requirements;
        lossOf[p] = solo.loss();
        mostSlots[p] = solo.mostSlots();
        weightOfSlot[p] = Double.MAX_VALUE;
        for (int r = requirements.firstOf[p]; r < requirements.firstOf[p + 1]; r++) {
            int slots = problem.curriculum.slots[requirements.moduleOf[r]];
            allSlots[p] += slots;
            weightOfSlot[p] = Math.min(weightOfSlot[p], (double) requirements.weightOf[r] / slots);
        }
    }
}
