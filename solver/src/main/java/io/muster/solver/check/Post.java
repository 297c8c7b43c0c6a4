package io.muster.solver.check;

import io.muster.data.model.Team;

/**
 * Where a person serves, and on what shifts, from a day on.
 *
 * @param from first epoch day
 * @param team the team, whose base and ceiling hold
 * @param cycle shifts, the person's own or the team's
 * @param offset days ahead in them
 */
record Post(long from, Team team, Cycle cycle, int offset) {}
