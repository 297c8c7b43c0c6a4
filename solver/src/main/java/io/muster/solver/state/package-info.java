/**
 * The mutable core: one plan on primitive arrays, its exact score kept up with every change, and the questions the search
 * asks (may this requirement be placed there, may it be taken away). Greedy construction, search, score and explanation
 * all stand on it. Uses {@code problem} and {@code catalogue} only.
 */
@NullMarked
package io.muster.solver.state;

import org.jspecify.annotations.NullMarked;
