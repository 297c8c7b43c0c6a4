/**
 * Seasons of disruptions over a plan, or over the plans of several planning policies, as a job. Uses {@code
 * io.muster.api.simulate}, which does the work, {@link io.muster.api.service.job}, {@link
 * io.muster.api.service.live} and {@link io.muster.api.service.plan}.
 */
@NullMarked
package io.muster.api.service.simulate;

import org.jspecify.annotations.NullMarked;
