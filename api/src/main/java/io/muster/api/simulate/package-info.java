/**
 * Seasons of disruptions over published plans, as the command asks for them (docs/SIMULATION.md). Uses {@code dataset},
 * {@code scope}, {@code output}, {@code progress} and {@code error} of the API.
 */
@NullMarked
package io.muster.api.simulate;

import org.jspecify.annotations.NullMarked;
