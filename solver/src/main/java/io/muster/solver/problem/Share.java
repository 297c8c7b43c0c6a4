package io.muster.solver.problem;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** A percentage of counts, rounded up, exactly: 7% of 100 is 7. Immutable. */
public final class Share {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    /** Digits of a percentage that, times any count, fits in a {@code long}. */
    private static final int MOST_DIGITS = 9;

    private final BigDecimal percent;
    /** The share is count * numerator / denominator; a denominator of 0: the percentage has too many digits for that. */
    private final long numerator;

    private final long denominator;

    /**
     * A share.
     *
     * @param percent percentage, 0 or more
     */
    public Share(BigDecimal percent) {
        this.percent = percent;
        boolean isShort = percent.precision() <= MOST_DIGITS && percent.scale() >= 0 && percent.scale() <= MOST_DIGITS;
        numerator = isShort ? percent.unscaledValue().longValueExact() : 0;
        denominator = isShort ? HUNDRED.movePointRight(percent.scale()).longValueExact() : 0;
    }

    /**
     * The share of a count.
     *
     * @param count 0 or more
     * @return the share, rounded up
     * @throws ArithmeticException if that is more than an {@code int} holds
     */
    public int of(int count) {
        if (denominator > 0) {
            return Math.toIntExact((count * numerator + denominator - 1) / denominator);
        }
        return percent.multiply(BigDecimal.valueOf(count))
                .divide(HUNDRED)
                .setScale(0, RoundingMode.CEILING)
                .intValueExact();
    }
}
