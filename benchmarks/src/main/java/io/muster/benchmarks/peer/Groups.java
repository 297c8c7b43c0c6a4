package io.muster.benchmarks.peer;

import io.muster.solver.problem.Curriculum;
import io.muster.solver.problem.Problem;
import io.muster.solver.problem.Requirements;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Which requirements are booked together: those of one cohort and cohort module (H17); all others stand alone. */
final class Groups {

    private final Problem problem;
    private final Map<Integer, List<Integer>> members = new TreeMap<>();

    Groups(Problem problem) {
        this.problem = problem;
        Requirements requirements = problem.requirements;
        for (int r = 0; r < requirements.count; r++) {
            if (isOfCohort(r)) {
                members.computeIfAbsent(key(r), k -> new ArrayList<>()).add(r);
            }
        }
    }

    private int key(int r) {
        return problem.workforce.cohortOf[problem.requirements.staffOf[r]] * problem.curriculum.modules
                + problem.requirements.moduleOf[r];
    }

    /** {@return whether a requirement is booked with those of its cohort or not at all} */
    boolean isOfCohort(int r) {
        return problem.isTogether(r);
    }

    /** {@return the requirements that are booked together with one, itself included} */
    List<Integer> of(int r) {
        return isOfCohort(r) ? members.getOrDefault(key(r), List.of(r)) : List.of(r);
    }

    /** {@return the modules such that each comes after those it asks for} */
    static int[] modulesInOrder(Curriculum curriculum) {
        int[] order = new int[curriculum.modules];
        boolean[] done = new boolean[curriculum.modules];
        int n = 0;
        while (n < order.length) {
            int before = n;
            for (int m = 0; m < order.length; m++) {
                boolean ready = !done[m];
                for (int a : curriculum.after[m]) {
                    ready &= done[a];
                }
                if (ready) {
                    done[m] = true;
                    order[n++] = m;
                }
            }
            if (n == before) {
                throw new IllegalStateException("Modules ask for each other in a circle (" + n + " of " + order.length
                        + " were put in order). Maybe the data set was not validated.");
            }
        }
        return order;
    }
}
