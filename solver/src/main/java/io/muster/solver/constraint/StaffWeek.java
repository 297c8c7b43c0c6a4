package io.muster.solver.constraint;

import io.muster.solver.catalogue.TrainingConstraint;
import io.muster.solver.problem.Problem;

/**
 * A staff member's ISO week.
 *
 * @param problem the problem
 * @param staff the staff member
 * @param week the week, counted from the programme's first
 */
record StaffWeek(Problem problem, int staff, int week) implements Subject {

    /** {@return training days over the limit (H13) beyond those that past days alone are over it, {@code >= 0}} */
    long over(long days, long past) {
        int limit = problem.dataSet.programme().limits().maxTrainingDaysPerStaffPerWeek();
        return Math.max(0, days - limit) - Math.max(0, past - limit);
    }

    @Override
    public TrainingJustification justify(TrainingConstraint constraint, long amount) {
        return new TrainingJustification.OfStaffWeek(
                constraint, amount, problem.dataSet.staff().get(staff).id(), Weeks.monday(problem, week));
    }
}
