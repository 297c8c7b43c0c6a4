package io.muster.solver.constraint;

import io.muster.solver.model.TrainerPlace;

/**
 * A trainer in a session.
 *
 * @param session the session index
 * @param trainer the trainer
 */
record Teaching(int session, int trainer) implements SessionPart {

    /** {@return the teaching of a place that has a trainer} */
    static Teaching of(TrainerPlace place) {
        return new Teaching(
                place.getSession().getIndex(),
                java.util.Objects.requireNonNull(place.getTrainer()).index());
    }
}
