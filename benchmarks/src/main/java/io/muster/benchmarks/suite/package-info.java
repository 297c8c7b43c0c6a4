/** What is to be run, from files: suites, settings of the search, profiles of weights, data sets. Uses none of its neighbours. */
@NullMarked
package io.muster.benchmarks.suite;

import org.jspecify.annotations.NullMarked;
