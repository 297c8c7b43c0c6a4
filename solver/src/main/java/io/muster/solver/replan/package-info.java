/**
 * Re-planning after publication (DATASET.md sections 3 to 5): the repair of a published plan that disruptions broke. Uses
 * {@code problem}, {@code state}, {@code construct}, {@code search} and {@code explain}.
 */
@NullMarked
package io.muster.solver.replan;

import org.jspecify.annotations.NullMarked;
