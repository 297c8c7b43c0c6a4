package io.muster.benchmarks.result;

import org.apache.commons.math3.distribution.TDistribution;

/** How far two sets of runs may lie apart by luck alone. */
final class Noise {
    /** A difference that luck brings about once in two hundred comparisons, one-sided, is luck. */
    private static final double CONFIDENCE = 0.995;
    /** Where no spread can be told, because neither side has a second seed, the floor is this many times as wide. */
    private static final double UNKNOWN_SPREAD = 4;

    private Noise() {}

    /**
     * The difference of means that says nothing, by Welch's test of two means with unequal variances.
     *
     * @param before the baseline
     * @param now what is compared
     * @param floor the least that matters anyway, {@code >= 0}
     * @return a difference, at least the floor
     */
    static double tolerance(Spread before, Spread now, double floor) {
        double a = before.variance() / before.count();
        double b = now.variance() / now.count();
        if (before.count() < 2 && now.count() < 2) {
            return UNKNOWN_SPREAD * floor;
        }
        if (before.count() < 2) {
            a = now.variance();
        } else if (now.count() < 2) {
            b = before.variance();
        }
        if (a + b == 0) {
            return floor;
        }
        double quantile =
                new TDistribution(freedom(before.count(), a, now.count(), b)).inverseCumulativeProbability(CONFIDENCE);
        return Math.max(floor, quantile * Math.sqrt(a + b));
    }

    /** Degrees of freedom after Welch and Satterthwaite. */
    private static double freedom(int countBefore, double a, int countNow, double b) {
        double below = (countBefore < 2 ? 0 : a * a / (countBefore - 1)) + (countNow < 2 ? 0 : b * b / (countNow - 1));
        return below == 0 ? 1 : Math.max(1, (a + b) * (a + b) / below);
    }
}
