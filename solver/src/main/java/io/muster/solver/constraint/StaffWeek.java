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

    /** {@return training days over the limit (H13), {@code >= 0}} */
    long over(long days) {
        return Math.max(0, days - problem.dataSet.programme().limits().maxTrainingDaysPerStaffPerWeek());
    }

    @Override
    public TrainingJustification justify(TrainingConstraint constraint, long amount) {
        return new TrainingJustification.OfStaffWeek(
                constraint, amount, problem.dataSet.staff().get(staff).id(), Weeks.monday(problem, week));
    }
}
