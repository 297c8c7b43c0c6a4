/**
 * Proven lower bounds on the coverage shortfall and the cost of every plan. Uses {@code problem} only; linear programs and
 * flows run on OR-Tools, which no other package may use.
 */
@NullMarked
package io.muster.solver.bound;

import org.jspecify.annotations.NullMarked;
