/**
 * Timefold's view of the planning problem: the solution and its three kinds of planning entity. The classes here are the
 * only ones that are MUTATED BY SOLVER. Reads {@code problem} only.
 */
@NullMarked
package io.muster.solver.model;

import org.jspecify.annotations.NullMarked;
