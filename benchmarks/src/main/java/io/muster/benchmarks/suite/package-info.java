/** What is to be run, from files: suites, settings of the search, profiles of weights beside the shipped ones, data sets. Uses none of its neighbours. */
@NullMarked
package io.muster.benchmarks.suite;

import org.jspecify.annotations.NullMarked;
