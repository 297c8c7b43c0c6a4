package io.muster.solver.constraint;

import io.muster.solver.catalogue.TrainingConstraint;
import io.muster.solver.problem.Problem;

/**
 * A team's day.
 *
 * @param problem the problem
 * @param team the team
 * @param day the training day
 */
record TeamDay(Problem problem, int team, int day) implements Subject {

    /** {@return heads over the cap (H12), {@code >= 0}} */
    long over(long heads) {
        return Math.max(0, heads - problem.workforce.cap[team * problem.calendar.days + day]);
    }

    @Override
    public TrainingJustification justify(TrainingConstraint constraint, long amount) {
        return new TrainingJustification.OfTeamDay(
                constraint, amount, problem.dataSet.teams().get(team).id(), problem.calendar.dateOf[day]);
    }
}
