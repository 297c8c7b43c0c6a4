package io.muster.solver.constraint;

import io.muster.solver.catalogue.TrainingConstraint;
import io.muster.solver.problem.Problem;

/**
 * A BCU.
 *
 * @param problem the problem
 * @param bcu its position among the BCUs
 */
record Bcu(Problem problem, int bcu) implements Subject {

    /**
     * What being behind its trajectory costs.
     *
     * @param bookedByWeek bookings of each week; may end with the last week that has any
     * @return pence, over all weeks
     */
    long trajectoryPence(int[] bookedByWeek) {
        int weeks = problem.calendar.weeks;
        long behind = 0;
        long booked = 0;
        for (int week = 0; week < weeks; week++) {
            booked += week < bookedByWeek.length ? bookedByWeek[week] : 0;
            behind += Math.max(0, problem.trajectory[bcu * weeks + week] - booked);
        }
        return problem.prices.behindTrajectory * behind;
    }

    @Override
    public TrainingJustification justify(TrainingConstraint constraint, long amount) {
        return new TrainingJustification.OfBcu(constraint, amount, problem.workforce.bcus.get(bcu));
    }
}
