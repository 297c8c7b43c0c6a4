/**
 * Profiles of weights: what a solver is shown instead of a data set's own prices, limits and occupancy; the shipped ones by
 * name, others from files; and what a plan keeps free. Uses none of its neighbours.
 */
@NullMarked
package io.muster.solver.profile;

import org.jspecify.annotations.NullMarked;
