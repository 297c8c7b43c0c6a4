/**
 * A season of disruptions over a published plan, week by week, re-planned as it goes (docs/SIMULATION.md). What happens is
 * drawn before the first re-plan and does not depend on any plan, so that planning policies meet the same season. Uses
 * {@code replan} and {@code check}.
 */
@NullMarked
package io.muster.solver.simulate;

import org.jspecify.annotations.NullMarked;
