package io.muster.api.cli;

import java.util.Locale;

/** Money, numbers and shares as people read them; the same in every locale. */
final class Figures {
    private static final int PENCE_PER_POUND = 100;

    private Figures() {}

    /** {@return whole pence as pounds, such as {@code £1,234.05}} */
    static String pounds(long pence) {
        long absolute = Math.abs(pence);
        return String.format(
                Locale.ROOT,
                "%s£%,d.%02d",
                pence < 0 ? "-" : "",
                absolute / PENCE_PER_POUND,
                absolute % PENCE_PER_POUND);
    }

    /** {@return a whole number with thousands marked, such as {@code 115,000}} */
    static String count(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    /** {@return a difference with its sign, such as {@code +12}} */
    static String signed(long difference) {
        return String.format(Locale.ROOT, difference == 0 ? "%,d" : "%+,d", difference);
    }

    /** {@return a part of a whole as a percentage, such as {@code 97.25%}; 100% of nothing} */
    static String percent(long part, long whole) {
        return percent(whole == 0 ? 1.0 : (double) part / whole);
    }

    /**
     * Rounds down, so that only a full share prints as 100%.
     *
     * @param fraction a share, 0 to 1
     * @return it as a percentage with two decimals
     */
    static String percent(double fraction) {
        return String.format(Locale.ROOT, "%.2f%%", Math.floor(fraction * 10_000 + 1e-9) / PENCE_PER_POUND);
    }
}
