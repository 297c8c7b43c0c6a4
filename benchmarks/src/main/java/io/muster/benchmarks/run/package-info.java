/** One run after another, each in a JVM of its own, and what is measured of it. Uses {@code suite}, {@code contender}, {@code muster} and {@code result}. */
@NullMarked
package io.muster.benchmarks.run;

import org.jspecify.annotations.NullMarked;
