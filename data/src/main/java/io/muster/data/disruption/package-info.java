/**
 * What disruptions of a published plan ({@code DATASET.md} section 5) do to a data set: they become ordinary rows of it,
 * so that rules, solver and auditor need not know them. Uses {@link io.muster.data.model} and
 * {@link io.muster.data.plan} only.
 */
@NullMarked
package io.muster.data.disruption;

import org.jspecify.annotations.NullMarked;
