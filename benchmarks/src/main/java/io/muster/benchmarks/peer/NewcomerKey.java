package io.muster.benchmarks.peer;

/**
 * A person or team and a day or week, with the limit that holds there.
 *
 * @param who staff member or team
 * @param when training day or week
 * @param limit how much is allowed
 */
record NewcomerKey(int who, int when, int limit) {}
