/** JMH benchmarks of the hot inner pieces. Uses none of its neighbours. */
@NullMarked
package io.muster.benchmarks.micro;

import org.jspecify.annotations.NullMarked;
