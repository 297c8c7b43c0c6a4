package io.muster.benchmarks.peer;

import io.muster.solver.problem.Problem;
import io.muster.solver.problem.Requirements;
import io.muster.solver.problem.Workforce;
import java.util.Comparator;
import java.util.stream.IntStream;

/** The order in which a greedy takes people. */
final class Queue {

    private Queue() {}

    /** {@return staff members as they come} */
    static int[] fileOrder(Problem problem) {
        return IntStream.range(0, problem.workforce.staff).toArray();
    }

    /** {@return staff members by highest priority, then by how few days they have for each requirement} */
    static int[] scarcestFirst(Problem problem) {
        int staff = problem.workforce.staff;
        double[] daysEach = new double[staff];
        int[] priority = new int[staff];
        Requirements requirements = problem.requirements;
        for (int p = 0; p < staff; p++) {
            int needs = 0;
            for (int r = requirements.firstOf[p]; r < requirements.firstOf[p + 1]; r++) {
                needs++;
                priority[p] = Math.max(priority[p], requirements.priorityOf[r]);
            }
            daysEach[p] = (double) bookableDays(problem, p) / Math.max(1, needs);
        }
        return IntStream.range(0, staff)
                .boxed()
                .sorted(Comparator.<Integer>comparingInt(p -> -priority[p]).thenComparingDouble(p -> daysEach[p]))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    private static int bookableDays(Problem problem, int p) {
        int found = 0;
        int days = problem.calendar.days;
        int first = problem.requirements.firstOf[p];
        int withNotice =
                first < problem.requirements.firstOf[p + 1] ? problem.requirements.firstWithNotice[first] : days;
        for (int d = withNotice; d < days; d++) {
            boolean capped = problem.workforce.cap[problem.workforce.teamOf[p] * days + d] == 0;
            int bits = problem.workforce.dayBits[p * days + d];
            boolean onDuty = (bits & Workforce.ON_DUTY) != 0;
            found += (bits & 3 * Workforce.AVAILABLE) != 0 && !(capped && onDuty) ? 1 : 0;
        }
        return found;
    }
}
