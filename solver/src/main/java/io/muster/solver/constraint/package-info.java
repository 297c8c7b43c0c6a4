/**
 * The executable specification of every hard rule, coverage and cost line of {@code DATASET.md} sections 3 and 4 as
 * Timefold constraint streams: the oracle of the fast evaluation. Reads {@code model}, {@code problem} and
 * {@code catalogue}.
 */
@NullMarked
package io.muster.solver.constraint;

import org.jspecify.annotations.NullMarked;
