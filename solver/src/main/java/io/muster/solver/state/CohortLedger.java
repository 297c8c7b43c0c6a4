package io.muster.solver.state;

import io.muster.solver.problem.Problem;
import io.muster.solver.problem.Requirements;
import java.util.ArrayList;
import java.util.List;

/** Whether cohorts train together: points of H17 by cohort and module. */
final class CohortLedger {

    private static final int UNGROUPED = -1;

    private final Problem problem;
    private final int[] sessionOf;
    /** Group of each requirement: a cohort's requirements of a cohort module that are not past; -1: none. */
    private final int[] groupOf;

    private final int[][] members;
    private final int[] groupPoints;
    private long points;

    CohortLedger(Problem problem, int[] sessionOf) {
        this.problem = problem;
        this.sessionOf = sessionOf;
        Requirements requirements = problem.requirements;
        int modules = problem.curriculum.modules;
        groupOf = new int[requirements.count];
        List<List<Integer>> lists = new ArrayList<>();
        int[] groupAt = new int[problem.workforce.cohorts * modules];
        for (int r = 0; r < requirements.count; r++) {
            int cohort = problem.workforce.cohortOf[requirements.staffOf[r]];
            int module = requirements.moduleOf[r];
            groupOf[r] = UNGROUPED;
            if (cohort >= 0 && problem.curriculum.byCohort[module] && !problem.baseline.isPast[r]) {
                int at = cohort * modules + module;
                if (groupAt[at] == 0) {
                    lists.add(new ArrayList<>());
                    groupAt[at] = lists.size();
                }
                groupOf[r] = groupAt[at] - 1;
                lists.get(groupOf[r]).add(r);
            }
        }
        members = lists.stream()
                .map(list -> list.stream().mapToInt(Integer::intValue).toArray())
                .toArray(int[][]::new);
        groupPoints = new int[members.length];
    }

    /** Sessions beyond the first, unbooked counting as one, over all cohorts and modules. */
    long points() {
        return points;
    }

    /** A requirement was booked or unbooked. */
    void moved(int r) {
        int group = groupOf[r];
        if (group == UNGROUPED) {
            return;
        }
        int[] list = members[group];
        int different = 0;
        for (int i = 0; i < list.length; i++) {
            boolean seen = false;
            for (int j = 0; j < i && !seen; j++) {
                seen = sessionOf[list[j]] == sessionOf[list[i]];
            }
            different += seen ? 0 : 1;
        }
        points += different - 1 - groupPoints[group];
        groupPoints[group] = different - 1;
    }

    /** Cohorts beyond the first among the bookings of a session; staff without a cohort do not count. */
    long mixingPoints(int[] attendees, int count) {
        int[] cohortOf = problem.workforce.cohortOf;
        int[] staffOf = problem.requirements.staffOf;
        int different = 0;
        for (int i = 0; i < count; i++) {
            int cohort = cohortOf[staffOf[attendees[i]]];
            boolean seen = cohort < 0;
            for (int j = 0; j < i && !seen; j++) {
                seen = cohortOf[staffOf[attendees[j]]] == cohort;
            }
            different += seen ? 0 : 1;
        }
        return Math.max(0, different - 1);
    }
}
