package io.muster.solver.constraint;

import io.muster.data.plan.Booking;
import io.muster.solver.catalogue.TrainingConstraint;
import io.muster.solver.problem.BaselineBookings.Dropped;
import io.muster.solver.problem.Problem;
import java.util.List;

/**
 * A baseline booking that has no requirement any more.
 *
 * @param dropped the booking and its price
 */
record Gone(Dropped dropped) implements Subject {

    static List<Gone> of(Problem problem) {
        return problem.baseline.dropped.stream().map(Gone::new).toList();
    }

    /** {@return what it costs that it is dropped, pence} */
    long pence() {
        return dropped.pence();
    }

    @Override
    public TrainingJustification justify(TrainingConstraint constraint, long amount) {
        Booking booking = dropped.booking();
        return new TrainingJustification.OfBooking(
                constraint, amount, booking.staffId(), booking.moduleId(), booking.date());
    }
}
