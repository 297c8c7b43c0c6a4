package io.muster.benchmarks.run;

import io.muster.benchmarks.result.Run;
import io.muster.benchmarks.result.RunKey;

/** Told how far a suite is. */
public interface RunListener {

    /**
     * A run begins.
     *
     * @param number its number, from 1
     * @param count how many there are
     * @param key what is run
     * @param seed its seed
     */
    void starting(int number, int count, RunKey key, long seed);

    /**
     * A run has ended.
     *
     * @param run what came of it
     */
    void ended(Run run);
}
