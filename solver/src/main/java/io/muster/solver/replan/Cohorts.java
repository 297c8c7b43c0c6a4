package io.muster.solver.replan;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The requirements that are booked together: of one cohort and module (H17). */
final class Cohorts {

    private final Repair repair;
    private final Map<Integer, List<Integer>> groups = new TreeMap<>();

    Cohorts(Repair repair) {
        this.repair = repair;
        for (int r = 0; r < repair.requirements.count; r++) {
            if (repair.problem.isTogether(r) && repair.requirements.weightOf[r] > 0) {
                groups.computeIfAbsent(keyOf(r), key -> new ArrayList<>()).add(r);
            }
        }
    }

    private int keyOf(int r) {
        return repair.workforce.cohortOf[repair.requirements.staffOf[r]] * repair.curriculum.modules
                + repair.requirements.moduleOf[r];
    }

    /** {@return the group of a requirement that is booked together with others, itself included} */
    List<Integer> groupOf(int r) {
        return groups.getOrDefault(keyOf(r), List.of());
    }

    /** {@return all groups} */
    Collection<List<Integer>> groups() {
        return groups.values();
    }
}
