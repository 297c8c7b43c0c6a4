/**
 * The solver's port: {@link io.muster.solver.PlanSolver} turns a data set and its scope decisions into sessions and
 * bookings. Sub-packages, in the order the data flows: {@code problem} (dense immutable instance), {@code state} (mutable
 * core with exact score), {@code construct} (first full plan), {@code model} and {@code constraint} (Timefold's view),
 * {@code search} (Timefold's local search), {@code check} (the independent auditor), {@code catalogue} (rule ids).
 */
@NullMarked
package io.muster.solver;

import org.jspecify.annotations.NullMarked;
