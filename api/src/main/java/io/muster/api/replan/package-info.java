/**
 * Re-plans after publication: reads a published plan and the disruptions, repairs the plan, audits it against the published
 * one and writes it. Uses {@link io.muster.api.dataset}, {@link io.muster.api.scope}, {@link io.muster.api.plan}, {@link
 * io.muster.api.progress} and the solver's port {@link io.muster.solver.replan.PlanReplanner}.
 */
@NullMarked
package io.muster.api.replan;

import org.jspecify.annotations.NullMarked;
