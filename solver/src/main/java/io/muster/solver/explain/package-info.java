/** Why a requirement is not booked, in words a planner can act on. Uses {@code problem} and {@code state}. */
@NullMarked
package io.muster.solver.explain;

import org.jspecify.annotations.NullMarked;
