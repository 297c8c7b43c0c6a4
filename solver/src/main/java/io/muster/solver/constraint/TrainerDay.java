package io.muster.solver.constraint;

import io.muster.solver.catalogue.TrainingConstraint;
import io.muster.solver.problem.Problem;
import java.util.List;

/**
 * A trainer's day.
 *
 * @param problem the problem
 * @param trainer the trainer
 * @param day the training day
 */
record TrainerDay(Problem problem, int trainer, int day) implements Subject {

    /** {@return sessions beyond the first of a slot and venues beyond the first (H15)} */
    static long points(List<Place> sessions) {
        long venues = sessions.stream()
                .mapToInt(Place::venue)
                .filter(venue -> venue != Place.NONE)
                .distinct()
                .count();
        return RoomDay.overlaps(sessions) + Math.max(0, venues - 1);
    }

    /** {@return whether it is before the day of the re-plan: it breaks no rule, but counts for the week} */
    boolean isPast() {
        return day < problem.baseline.firstFree;
    }

    /** {@return the trainer and the ISO week} */
    TrainerWeek week() {
        return new TrainerWeek(problem, trainer, problem.calendar.weekOf[day]);
    }

    /** {@return the day rate, pence} */
    long pence() {
        return problem.cadre.pencePerDay[trainer];
    }

    @Override
    public TrainingJustification justify(TrainingConstraint constraint, long amount) {
        return new TrainingJustification.OfTrainerDay(
                constraint, amount, problem.dataSet.trainers().get(trainer).id(), problem.calendar.dateOf[day]);
    }
}
