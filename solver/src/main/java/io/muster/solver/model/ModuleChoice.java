package io.muster.solver.model;

/**
 * A module that a session may teach: a planning value, equal by index.
 *
 * @param index position in the data set
 */
public record ModuleChoice(int index) {}
