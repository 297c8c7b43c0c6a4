package io.muster.solver.constraint;

import io.muster.solver.catalogue.TrainingConstraint;
import io.muster.solver.problem.Problem;

/**
 * A booking that is not in order after a prerequisite module (H11).
 *
 * @param booking the booking
 * @param prerequisite the module that comes before
 */
record OrderBreach(Placement booking, int prerequisite) implements Subject {

    @Override
    public TrainingJustification justify(TrainingConstraint constraint, long amount) {
        Problem problem = booking.problem();
        return new TrainingJustification.OfPrerequisite(
                constraint,
                amount,
                problem.dataSet.staff().get(booking.staff()).id(),
                problem.dataSet.modules().get(booking.module()).id(),
                problem.dataSet.modules().get(prerequisite).id(),
                booking.place().date());
    }
}
