package io.muster.solver.simulate;

import io.muster.data.sample.SeededRandom;

/**
 * A figure that is drawn anew each time, every value between two limits as likely.
 *
 * @param min least, {@code >= 0}
 * @param max most, {@code >= min}
 */
public record Range(double min, double max) {

    /** Refuses what nothing can be drawn from. */
    public Range {
        if (!(min >= 0) || !(max >= min) || Double.isInfinite(max)) {
            throw new IllegalArgumentException(
                    "the range " + min + " to " + max + " does not run from a figure of at least 0 up");
        }
    }

    /**
     * {@return a figure that is always the same}
     *
     * @param figure the figure, {@code >= 0}
     */
    public static Range exactly(double figure) {
        return new Range(figure, figure);
    }

    /** {@return a figure of the range} */
    double draw(SeededRandom random) {
        return min + random.unit() * (max - min);
    }

    /** {@return a whole number of the range, both ends included; limits are rounded up and down} */
    int drawWhole(SeededRandom random) {
        int least = (int) Math.ceil(min);
        return random.between(least, Math.max(least, (int) Math.floor(max)));
    }

    /**
     * A count that a figure of the range stands for. What is left after the whole number makes one more with that chance,
     * so that small rates are right in the mean.
     *
     * @param random where it comes from
     * @param scale what the figure is multiplied by, {@code >= 0}
     * @return the count, {@code >= 0}
     */
    int drawCount(SeededRandom random, double scale) {
        double figure = draw(random) * scale;
        int whole = (int) Math.floor(figure);
        return whole + (random.chance(figure - whole) ? 1 : 0);
    }
}
