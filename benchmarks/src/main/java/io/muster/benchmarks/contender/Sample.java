package io.muster.benchmarks.contender;

/**
 * How good the best plan was at a moment.
 *
 * @param seconds seconds since the contender was asked, {@code >= 0}
 * @param coverageShortfall sum over unbooked requirements of 1 + priority, as the contender counts it
 * @param costPence cost in pence, as the contender counts it
 */
public record Sample(double seconds, long coverageShortfall, long costPence) {}
