/** Muster's own solver as a contender. Uses {@code contender}. */
@NullMarked
package io.muster.benchmarks.muster;

import org.jspecify.annotations.NullMarked;
