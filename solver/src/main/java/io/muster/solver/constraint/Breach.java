package io.muster.solver.constraint;

import io.muster.solver.catalogue.TrainingConstraint;

/**
 * Points of a constraint that counts several kinds of subject.
 *
 * @param subject what it counts points of
 * @param points how many, {@code > 0}
 */
record Breach(Subject subject, long points) implements Subject {

    @Override
    public TrainingJustification justify(TrainingConstraint constraint, long amount) {
        return subject.justify(constraint, amount);
    }
}
