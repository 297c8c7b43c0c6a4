package io.muster.solver.constraint;

/**
 * A trainer in a session that runs.
 *
 * @param trainer the trainer
 * @param place the session
 */
record Engagement(int trainer, Place place) {

    /** {@return the trainer's day} */
    TrainerDay day() {
        return new TrainerDay(place.problem(), trainer, place.day());
    }
}
