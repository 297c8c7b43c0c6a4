/**
 * Timefold's view of the planning problem: the solution and its three kinds of planning entity. The classes here are the
 * only ones that are MUTATED BY SOLVER. Uses {@code problem} and {@code state}.
 */
@NullMarked
package io.muster.solver.model;

import org.jspecify.annotations.NullMarked;
