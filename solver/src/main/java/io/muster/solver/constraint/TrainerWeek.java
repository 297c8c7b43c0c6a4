package io.muster.solver.constraint;

import io.muster.solver.catalogue.TrainingConstraint;
import io.muster.solver.problem.Problem;

/**
 * A trainer's ISO week.
 *
 * @param problem the problem
 * @param trainer the trainer
 * @param week the week, counted from the programme's first
 */
record TrainerWeek(Problem problem, int trainer, int week) implements Subject {

    /** {@return delivery days over the limit (H15) beyond those that past days alone are over it, {@code >= 0}} */
    long over(long days, long past) {
        int limit = problem.cadre.maxDaysPerWeek[trainer];
        return Math.max(0, days - limit) - Math.max(0, past - limit);
    }

    @Override
    public TrainingJustification justify(TrainingConstraint constraint, long amount) {
        return new TrainingJustification.OfTrainerWeek(
                constraint, amount, problem.dataSet.trainers().get(trainer).id(), Weeks.monday(problem, week));
    }
}
