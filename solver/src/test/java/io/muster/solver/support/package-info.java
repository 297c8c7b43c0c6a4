/** Builders of small data sets and plans for tests. Uses the data module only. */
@NullMarked
package io.muster.solver.support;

import org.jspecify.annotations.NullMarked;
