package io.muster.solver.construct;

import io.muster.solver.problem.Cadre;
import io.muster.solver.problem.Calendar;
import io.muster.solver.problem.Problem;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * On which days of a week each trainer had better not deliver: whoever is available on more days than the week's limit
 * leaves out those on which most others are there, so that every day of the week has as many trainers. Taken as they come,
 * all would be used up by Thursday.
 */
final class WorkingDays {

    private final Calendar calendar;
    private final boolean[] isOff;

    private WorkingDays(Calendar calendar, boolean[] isOff) {
        this.calendar = calendar;
        this.isOff = isOff;
    }

    /** {@return days that are all as good as any other} */
    static WorkingDays any(Problem problem) {
        return new WorkingDays(problem.calendar, new boolean[problem.cadre.trainers * problem.calendar.days]);
    }

    /** {@return the days for all trainers of a problem, evenly spread over each week} */
    static WorkingDays even(Problem problem) {
        Calendar calendar = problem.calendar;
        Cadre cadre = problem.cadre;
        boolean[] isOff = new boolean[cadre.trainers * calendar.days];
        // How many are there on each day, of the internal ones and of the others: modules may ask for internal ones.
        int[][] there = new int[2][calendar.days];
        for (int t = 0; t < cadre.trainers; t++) {
            for (int d = 0; d < calendar.days; d++) {
                there[cadre.internal[t] ? 1 : 0][d] += cadre.available[t * calendar.days + d] ? 1 : 0;
            }
        }
        int[] daysIn = new int[calendar.weeks];
        for (int t = 0; t < cadre.trainers; t++) {
            int trainer = t;
            int[] ofKind = there[cadre.internal[t] ? 1 : 0];
            Arrays.fill(daysIn, 0);
            for (int d = 0; d < calendar.days; d++) {
                daysIn[calendar.weekOf[d]] += cadre.available[t * calendar.days + d] ? 1 : 0;
            }
            for (int w = 0; w < calendar.weeks; w++) {
                int week = w;
                for (int over = daysIn[w] - cadre.maxDaysPerWeek[t]; over > 0; over--) {
                    int most = IntStream.range(0, calendar.days)
                            .filter(d -> calendar.weekOf[d] == week
                                    && cadre.available[trainer * calendar.days + d]
                                    && !isOff[trainer * calendar.days + d])
                            .reduce((a, b) -> ofKind[b] > ofKind[a] ? b : a)
                            .orElseThrow();
                    isOff[t * calendar.days + most] = true;
                    ofKind[most]--;
                }
            }
        }
        return new WorkingDays(calendar, isOff);
    }

    /** Whether a trainer had better not deliver on a day. */
    boolean isOff(int trainer, int day) {
        return isOff[trainer * calendar.days + day];
    }
}
