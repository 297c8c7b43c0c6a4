package io.muster.solver.explain;

import io.muster.solver.problem.Problem;
import java.util.stream.IntStream;

/** Who is booked together: the members of a cohort for a module taught by cohort (H17), else everybody alone. */
final class Parties {

    private final Problem problem;

    Parties(Problem problem) {
        this.problem = problem;
    }

    /** {@return the requirements that stand or fall with one, itself among them, ascending} */
    int[] of(int requirement) {
        int module = problem.requirements.moduleOf[requirement];
        int cohort = problem.workforce.cohortOf[problem.requirements.staffOf[requirement]];
        if (cohort < 0 || !problem.curriculum.byCohort[module] || problem.baseline.isPast[requirement]) {
            return new int[] {requirement};
        }
        return IntStream.range(0, problem.workforce.staff)
                .filter(p -> problem.workforce.cohortOf[p] == cohort)
                .map(p -> problem.requirements.at[p * problem.curriculum.modules + module])
                .filter(r -> r >= 0 && !problem.baseline.isPast[r])
                .toArray();
    }
}
