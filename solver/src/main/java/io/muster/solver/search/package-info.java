/**
 * Timefold's search over the state core: the incremental score calculator and moves made for this problem. Uses
 * {@code model}, {@code problem}, {@code state}, {@code construct} and {@code catalogue}, and the options of the port.
 */
@NullMarked
package io.muster.solver.search;

import org.jspecify.annotations.NullMarked;
