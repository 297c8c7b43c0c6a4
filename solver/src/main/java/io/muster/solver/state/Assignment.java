package io.muster.solver.state;

import io.muster.solver.problem.Problem;
import java.util.Arrays;

/**
 * The values of all planning variables on primitive arrays: what a plan is, as compact as it gets. Never written to once
 * handed on.
 *
 * @param moduleOf module of each session index; -1: none. A digital place's is its module
 * @param trainerAt trainer at {@code session * maxTrainers + position}; -1: none
 * @param sessionOf session of each requirement; -1: unbooked
 */
public record Assignment(int[] moduleOf, int[] trainerAt, int[] sessionOf) {

    /** {@return an assignment without any session, trainer or booking} */
    public static Assignment empty(Problem problem) {
        int[] moduleOf = new int[problem.estate.sessions];
        Arrays.fill(moduleOf, -1);
        for (int s = problem.estate.digitalBase; s < moduleOf.length; s++) {
            moduleOf[s] = problem.estate.digitalModule(s);
        }
        int[] trainerAt = new int[problem.estate.digitalBase * problem.curriculum.maxTrainers];
        Arrays.fill(trainerAt, -1);
        int[] sessionOf = new int[problem.requirements.count];
        Arrays.fill(sessionOf, -1);
        return new Assignment(moduleOf, trainerAt, sessionOf);
    }

    /** {@return a copy of all three arrays} */
    public Assignment copy() {
        return new Assignment(moduleOf.clone(), trainerAt.clone(), sessionOf.clone());
    }
}
