/**
 * The peers Muster is compared with: other ways to plan the same data set, each as good as its tool would be in the hands
 * of a capable newcomer. What each is, and what it cannot express, is in {@code docs/PEERS.md}. Uses the solver's problem,
 * state and mapping of rows, none of its construction and search.
 */
@NullMarked
package io.muster.benchmarks.peer;

import org.jspecify.annotations.NullMarked;
