/**
 * The immutable output model of {@code DATASET.md} section 5: scope decisions, sessions, bookings and what else a plan's
 * folder holds, and the disruptions of a re-plan. Uses {@link io.muster.data.model} only.
 */
@NullMarked
package io.muster.data.plan;

import org.jspecify.annotations.NullMarked;
