package io.muster.solver.constraint;

import io.muster.solver.problem.Problem;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;

/** ISO weeks of a programme as dates. */
final class Weeks {

    private Weeks() {}

    /** {@return the Monday of a week counted from the programme's first} */
    static LocalDate monday(Problem problem, int week) {
        return problem.dataSet
                .programme()
                .firstDay()
                .with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY))
                .plusWeeks(week);
    }
}
