package io.muster.solver.constraint;

import io.muster.solver.catalogue.TrainingConstraint;

/** What a constraint counts points of. */
interface Subject {

    /** {@return the justification of an amount} */
    TrainingJustification justify(TrainingConstraint constraint, long amount);
}
