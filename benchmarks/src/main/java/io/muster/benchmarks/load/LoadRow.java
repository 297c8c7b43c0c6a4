package io.muster.benchmarks.load;

/**
 * What came of the requests of a kind.
 *
 * @param name of the kind
 * @param requests how many were answered
 * @param errors those of them whose status was not 200
 * @param p50Millis median of the time to the whole answer
 * @param p95Millis 95th percentile
 * @param maxMillis the longest
 * @param limitMillis what the 95th percentile is to keep to
 */
public record LoadRow(
        String name, int requests, int errors, double p50Millis, double p95Millis, double maxMillis, int limitMillis) {

    /** {@return whether it keeps to its limit, without an error} */
    public boolean isWithin() {
        return errors == 0 && p95Millis <= limitMillis;
    }
}
