/**
 * Reports on a plan as it stands: oversight, abstraction, equality. Calculations are plain functions from a data set, a
 * plan and what attendance was recorded to records; controllers only translate. Uses
 * {@link io.muster.api.service.live}, {@link io.muster.api.service.access}, {@link io.muster.api.service.web}.
 */
@NullMarked
package io.muster.api.service.report;

import org.jspecify.annotations.NullMarked;
