/**
 * Timefold's search over the state core: the incremental score calculator and moves made for this problem. Uses
 * {@code model}, {@code state} and {@code construct}.
 */
@NullMarked
package io.muster.solver.search;

import org.jspecify.annotations.NullMarked;
