/** Figures of runs, rows of a table, comparison with a baseline, and which plans no other beats. Uses {@code contender}'s samples. */
@NullMarked
package io.muster.benchmarks.result;

import org.jspecify.annotations.NullMarked;
