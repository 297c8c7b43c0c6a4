/**
 * Whether full coverage is possible at all, before anything is solved: supply against demand, what binds, and the smallest
 * change that would lift it. Uses {@code problem} and {@code bound}.
 */
@NullMarked
package io.muster.solver.feasibility;

import org.jspecify.annotations.NullMarked;
