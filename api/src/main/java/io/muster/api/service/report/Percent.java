package io.muster.api.service.report;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/** Percentages as reports show them: one decimal, rounded half up. */
final class Percent {
    private Percent() {}

    /** {@return part of a whole, per cent; 0 of a whole of 0} */
    static BigDecimal of(long part, long whole) {
        return whole == 0
                ? BigDecimal.ZERO.setScale(1)
                : BigDecimal.valueOf(part)
                        .multiply(BigDecimal.valueOf(100))
                        .divide(BigDecimal.valueOf(whole), 1, RoundingMode.HALF_UP);
    }

    /** {@return part of a whole, per cent; null of a whole of 0} */
    static @Nullable BigDecimal orNull(long part, long whole) {
        return whole == 0 ? null : of(part, whole);
    }

    /** {@return pence a piece, rounded half up; null without a piece} */
    static @Nullable Long each(long pence, long pieces) {
        return pieces == 0
                ? null
                : BigDecimal.valueOf(pence)
                        .divide(BigDecimal.valueOf(pieces), 0, RoundingMode.HALF_UP)
                        .longValueExact();
    }
}
