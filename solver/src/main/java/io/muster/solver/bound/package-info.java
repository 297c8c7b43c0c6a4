/** Proven lower bounds on the coverage shortfall and the cost of every plan. Uses {@code problem} only. */
@NullMarked
package io.muster.solver.bound;

import org.jspecify.annotations.NullMarked;
