package io.muster.api.plan;

/**
 * How far a part of a programme is covered by a plan.
 *
 * @param name of the part: a BCU or a module
 * @param requirements its requirements
 * @param booked those with a booking that counts
 */
public record Completion(String name, int requirements, int booked) {}
