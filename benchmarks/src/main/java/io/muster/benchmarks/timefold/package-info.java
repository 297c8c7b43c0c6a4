/** Timefold's own benchmarker over the settings of a suite. Uses {@code suite}. */
@NullMarked
package io.muster.benchmarks.timefold;

import org.jspecify.annotations.NullMarked;
