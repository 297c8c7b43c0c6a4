package io.muster.benchmarks.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Puts values on an axis.
 *
 * @param from value at its beginning
 * @param to value at its end, above {@code from}
 * @param logarithmic whether equal ratios are equally far apart; then {@code from > 0}
 * @param ticks values that are marked, in order
 * @param unit what labels begin with, such as a pound sign; may be empty
 */
record Scale(double from, double to, boolean logarithmic, List<Double> ticks, String unit) {
    private static final int TICKS = 6;
    private static final double[] NICE = {1, 2, 2.5, 5, 10};
    private static final double[] LOG_NICE = {1, 2, 5};
    private static final int MILLION = 1_000_000;
    private static final int TEN_THOUSAND = 10_000;
    private static final int THOUSAND = 1_000;

    /** {@return a scale that begins and ends at round values around some} */
    static Scale linear(double least, double most, String unit) {
        double span = most > least ? most - least : Math.max(1, Math.abs(most) / 10);
        double raw = span / (TICKS - 1);
        double power = Math.pow(10, Math.floor(Math.log10(raw)));
        double step = power * 10;
        for (double nice : NICE) {
            if (nice * power >= raw) {
                step = nice * power;
                break;
            }
        }
        long first = (long) Math.floor(least / step);
        long last = Math.max(first + 1, (long) Math.ceil(most / step - 1e-9));
        List<Double> ticks = new ArrayList<>();
        for (long i = first; i <= last; i++) {
            ticks.add(i * step);
        }
        return new Scale(first * step, last * step, false, ticks, unit);
    }

    /** {@return a logarithmic scale around positive values} */
    static Scale log(double least, double most, String unit) {
        List<Double> all = new ArrayList<>();
        for (int power = (int) Math.floor(Math.log10(least)); power <= Math.ceil(Math.log10(most)); power++) {
            for (double nice : LOG_NICE) {
                all.add(nice * Math.pow(10, power));
            }
        }
        double from = all.stream().filter(t -> t <= least * (1 + 1e-9)).reduce(all.get(0), Math::max);
        double to = all.stream().filter(t -> t >= most * (1 - 1e-9)).findFirst().orElse(most);
        double end = to > from ? to : from * 10;
        return new Scale(
                from, end, true, all.stream().filter(t -> t >= from && t <= end).toList(), unit);
    }

    /** {@return where a value lies, 0 at the beginning and 1 at the end; values beyond are put at the ends} */
    double at(double value) {
        double share = logarithmic
                ? Math.log(Math.max(value, from) / from) / Math.log(to / from)
                : (value - from) / (to - from);
        return Math.max(0, Math.min(1, share));
    }

    /** {@return a value as the axis labels it} */
    String label(double value) {
        if (value == 0) {
            return unit + "0";
        }
        double size = Math.max(Math.abs(from), Math.abs(to));
        if (size >= MILLION) {
            return unit + shortest(value / MILLION) + "m";
        }
        if (size >= TEN_THOUSAND && !unit.isEmpty()) {
            return unit + shortest(value / THOUSAND) + "k";
        }
        return unit + (value == Math.rint(value) ? String.format(Locale.ROOT, "%,d", (long) value) : shortest(value));
    }

    private static String shortest(double value) {
        String text = String.format(Locale.ROOT, "%.3f", value);
        return text.replaceAll("0+$", "").replaceAll("\\.$", "");
    }
}
