package io.muster.api.cli;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a duration: {@code 60s}, {@code 5m}, {@code 1h} or ISO 8601 such as {@code PT1M30S}; more than nothing. */
final class DurationConverter implements ITypeConverter<Duration> {
    private static final Pattern SHORT = Pattern.compile("(\\d{1,9})(s|m|h)");

    @Override
    public Duration convert(String text) {
        Duration duration = parse(text);
        if (duration.isZero() || duration.isNegative()) {
            throw new TypeConversionException("'" + text + "' is not more than nothing");
        }
        return duration;
    }

    private static Duration parse(String text) {
        Matcher matcher = SHORT.matcher(text.toLowerCase(Locale.ROOT));
        String iso = matcher.matches() ? "PT" + matcher.group(1) + matcher.group(2) : text;
        try {
            return Duration.parse(iso);
        } catch (DateTimeParseException e) {
            throw new TypeConversionException(
                    "'" + text + "' is not a duration such as 60s, 5m, 1h or PT1M30S (" + e.getMessage() + ")");
        }
    }
}
