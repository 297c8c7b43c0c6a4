package io.muster.data.io;

import io.muster.data.io.CellType.NumericShape;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;

/** Numbers in a workbook's cells, as the texts a CSV file would have. */
final class ExcelNumbers {
    /** Spreadsheets keep and show 15 digits; what is beyond is an artefact of binary fractions. */
    private static final MathContext SHOWN = new MathContext(15);

    private static final int MAX_SCALE = 40;
    private static final BigDecimal SECONDS_PER_DAY = BigDecimal.valueOf(86_400);
    private static final BigDecimal DAY_AFTER_9999 = BigDecimal.valueOf(2_958_466);
    private static final LocalDate EPOCH_1900 = LocalDate.of(1899, 12, 30);
    private static final LocalDate EPOCH_1904 = LocalDate.of(1904, 1, 1);

    private ExcelNumbers() {}

    /** {@return the number as a text; a plain number where it cannot be what the column takes} */
    static String text(BigDecimal number, NumericShape shape, boolean date1904) {
        boolean day = number.signum() >= 0 && number.compareTo(DAY_AFTER_9999) < 0;
        if (shape == NumericShape.PLAIN || !day) {
            return plain(number);
        }
        long seconds = number.multiply(SECONDS_PER_DAY)
                .setScale(0, RoundingMode.HALF_UP)
                .longValueExact();
        LocalDateTime time = (date1904 ? EPOCH_1904 : EPOCH_1900).atStartOfDay().plusSeconds(seconds);
        boolean midnight = time.toLocalTime().equals(LocalTime.MIDNIGHT);
        return switch (shape) {
            case DATE -> midnight ? time.toLocalDate().toString() : time.toString();
            case TIME ->
                seconds < SECONDS_PER_DAY.longValue()
                        ? LocalTime.ofSecondOfDay(seconds).toString()
                        : time.toString();
            case PLAIN, DATE_TIME -> time.toString();
        };
    }

    private static String plain(BigDecimal number) {
        BigDecimal shown = number.round(SHOWN).stripTrailingZeros();
        return Math.abs((long) shown.scale()) > MAX_SCALE ? shown.toString() : shown.toPlainString();
    }
}
