package io.muster.benchmarks.result;

import org.apache.commons.math3.stat.descriptive.DescriptiveStatistics;

/**
 * How a figure is spread over seeds.
 *
 * @param count how many values there are, {@code >= 0}; without any the others are NaN
 * @param least the least
 * @param median the median; of an even number the mean of the two in the middle
 * @param most the most
 * @param mean the mean
 * @param variance the variance, estimated from the sample; 0 of a single value
 */
public record Spread(int count, double least, double median, double most, double mean, double variance) {
    private static final int HALF = 50;

    /**
     * The spread of values.
     *
     * @param values the values, in any order
     * @return their spread
     */
    public static Spread of(double... values) {
        DescriptiveStatistics statistics = new DescriptiveStatistics(values);
        return new Spread(
                values.length,
                statistics.getMin(),
                statistics.getPercentile(HALF),
                statistics.getMax(),
                statistics.getMean(),
                statistics.getVariance());
    }

    /** {@return whether there is no value} */
    public boolean isEmpty() {
        return count == 0;
    }

    /**
     * {@return the worst value}
     *
     * @param smallerIsBetter whether a smaller value is better
     */
    public double worst(boolean smallerIsBetter) {
        return smallerIsBetter ? most : least;
    }
}
