package io.muster.solver.model;

/**
 * A trainer who may take a trainer's place in a session: a planning value, equal by index.
 *
 * @param index position in the data set
 */
public record TrainerChoice(int index) {}
