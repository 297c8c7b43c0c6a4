package io.muster.data.io;

import io.muster.data.io.CellType.CellParser;
import io.muster.data.io.CellType.NumericShape;
import io.muster.data.io.CellType.Problems;
import io.muster.data.issue.IssueCode;
import io.muster.data.model.DemandScope;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The types of cells the format has. */
final class CellTypes {
    /** Separates the items of a list cell. */
    static final char LIST_SEPARATOR = ';';

    private static final int MAX_DECIMAL_LENGTH = 40;
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    /** Free text, kept as it is. */
    static final CellType<String> TEXT =
            new CellType<>(true, false, NumericShape.PLAIN, (text, problems) -> text, Function.identity());

    /** An id or a code. */
    static final CellType<String> ID =
            new CellType<>(true, true, NumericShape.PLAIN, (text, problems) -> text, Function.identity());

    /** An id that list cells may hold. */
    static final CellType<String> LISTABLE_ID =
            new CellType<>(true, true, NumericShape.PLAIN, CellTypes::parseListableId, Function.identity());

    /** Ids or codes, none empty or repeated. */
    static final CellType<List<String>> LIST =
            new CellType<>(true, true, NumericShape.PLAIN, CellTypes::parseList, CellTypes::formatList);

    /** A date. */
    static final CellType<LocalDate> DATE = plain(
            NumericShape.DATE,
            parsing(text -> text.length() == 10 ? LocalDate.parse(text) : null, "a date such as 2025-04-07"),
            LocalDate::toString);

    /** A time of day, to the minute or second. */
    static final CellType<LocalTime> TIME =
            plain(NumericShape.TIME, parsing(LocalTime::parse, "a time such as 09:00"), LocalTime::toString);

    /** A date and time. */
    static final CellType<LocalDateTime> DATE_TIME = plain(
            NumericShape.DATE_TIME,
            parsing(LocalDateTime::parse, "a date and time such as 2025-04-07T09:00"),
            LocalDateTime::toString);

    /** A date or a date and time, kept as its text; the table checks which. */
    static final CellType<String> MOMENT = plain(NumericShape.DATE, (text, problems) -> text, Function.identity());

    /** A boolean; capitals are accepted because spreadsheets export them. */
    static final CellType<Boolean> BOOLEAN =
            plain(NumericShape.PLAIN, parsing(CellTypes::parseBoolean, "true or false"), Object::toString);

    /** Any whole number. */
    static final CellType<Integer> ANY_INT = plain(NumericShape.PLAIN, CellTypes::parseInt, Object::toString);

    /** A whole number that is not negative. */
    static final CellType<Integer> COUNT = intBetween(0, Integer.MAX_VALUE, IssueCode.VALUE_OUT_OF_RANGE);

    /** A capacity. */
    static final CellType<Integer> CAPACITY = intBetween(1, Integer.MAX_VALUE, IssueCode.CAPACITY_NOT_POSITIVE);

    /** Whole pence, not negative. */
    static final CellType<Long> PENCE = plain(NumericShape.PLAIN, CellTypes::parsePence, Object::toString);

    /** An exact decimal in 0 to 100. */
    static final CellType<BigDecimal> PERCENT = decimalBetween(HUNDRED);

    /** An exact decimal in 0 to 1. */
    static final CellType<BigDecimal> FACTOR = decimalBetween(BigDecimal.ONE);

    /** An exact decimal that is not negative. */
    static final CellType<BigDecimal> AMOUNT = decimalBetween(BigDecimal.valueOf(1_000_000));

    /** A latitude. */
    static final CellType<Double> LATITUDE = coordinate(90, "a latitude");

    /** A longitude. */
    static final CellType<Double> LONGITUDE = coordinate(180, "a longitude");

    /** A demand scope. */
    static final CellType<DemandScope> SCOPE =
            new CellType<>(true, true, NumericShape.PLAIN, CellTypes::parseScope, DemandScope::toString);

    private CellTypes() {}

    /** A whole number in bounds. */
    static CellType<Integer> intBetween(int min, int max, IssueCode outside) {
        return plain(
                NumericShape.PLAIN,
                (text, problems) -> {
                    Integer value = parseInt(text, problems);
                    if (value != null && (value < min || value > max)) {
                        problems.add(
                                outside,
                                max == Integer.MAX_VALUE
                                        ? "The value " + value + " is below " + min + "; give a number of at least "
                                                + min + "."
                                        : "The value " + value + " is not in " + min + " to " + max
                                                + "; give a number in these bounds.");
                        return null;
                    }
                    return value;
                },
                Object::toString);
    }

    /** One of an enum's constants, by name. */
    static <E extends Enum<E>> CellType<E> oneOf(Class<E> type) {
        E[] constants = type.getEnumConstants();
        String names = Arrays.stream(constants).map(Enum::name).collect(Collectors.joining(", "));
        return plain(
                NumericShape.PLAIN,
                (text, problems) -> {
                    for (E constant : constants) {
                        if (constant.name().equals(text)) {
                            return constant;
                        }
                    }
                    unparsable(text, "one of " + names, problems);
                    return null;
                },
                Enum::name);
    }

    private static <T> CellType<T> plain(NumericShape shape, CellParser<T> parser, Function<T, String> formatter) {
        return new CellType<>(false, true, shape, parser, formatter);
    }

    private static <T> CellParser<T> parsing(Function<String, @Nullable T> parser, String expected) {
        return (text, problems) -> {
            T value;
            try {
                value = parser.apply(text);
            } catch (DateTimeException e) {
                value = null;
            }
            if (value == null) {
                unparsable(text, expected, problems);
            }
            return value;
        };
    }

    static void unparsable(String text, String expected, Problems problems) {
        problems.add(IssueCode.UNPARSABLE_VALUE, quoted(text) + " is not " + expected + "; correct it.");
    }

    /** {@return the text in quotes, shortened when long, without line breaks} */
    static String quoted(String text) {
        String line = text.replace('\n', ' ').replace('\r', ' ').replace('\uFFFF', '\uFFFD');
        return line.length() <= 60 ? '"' + line + '"' : '"' + line.substring(0, 57) + "...\"";
    }

    private static @Nullable Boolean parseBoolean(String text) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "true" -> Boolean.TRUE;
            case "false" -> Boolean.FALSE;
            default -> null;
        };
    }

    private static @Nullable Integer parseInt(String text, Problems problems) {
        Long value = parseLong(text, problems);
        if (value != null && (value < Integer.MIN_VALUE || value > Integer.MAX_VALUE)) {
            problems.add(IssueCode.VALUE_OUT_OF_RANGE, "The value " + value + " is too large; correct it.");
            return null;
        }
        return value == null ? null : value.intValue();
    }

    private static @Nullable Long parseLong(String text, Problems problems) {
        int digits = text.startsWith("-") ? 1 : 0;
        boolean wellFormed = text.length() > digits;
        for (int i = digits; i < text.length(); i++) {
            wellFormed &= text.charAt(i) >= '0' && text.charAt(i) <= '9';
        }
        if (!wellFormed) {
            unparsable(text, "a whole number such as 12", problems);
            return null;
        }
        if (text.length() - digits > 18) {
            problems.add(IssueCode.VALUE_OUT_OF_RANGE, "The value " + quoted(text) + " is too large; correct it.");
            return null;
        }
        return Long.valueOf(text);
    }

    private static @Nullable Long parsePence(String text, Problems problems) {
        Long value = parseLong(text, problems);
        if (value != null && value < 0) {
            problems.add(
                    IssueCode.VALUE_OUT_OF_RANGE, "The amount " + value + " is negative; give whole pence, 0 or more.");
            return null;
        }
        return value;
    }

    private static CellType<BigDecimal> decimalBetween(BigDecimal max) {
        return plain(
                NumericShape.PLAIN,
                (text, problems) -> {
                    BigDecimal value = parseDecimal(text, problems);
                    if (value != null && (value.signum() < 0 || value.compareTo(max) > 0)) {
                        problems.add(
                                IssueCode.VALUE_OUT_OF_RANGE,
                                "The value " + text + " is not in 0 to " + max + "; give a number in these bounds.");
                        return null;
                    }
                    return value;
                },
                BigDecimal::toPlainString);
    }

    private static CellType<Double> coordinate(int bound, String what) {
        return plain(
                NumericShape.PLAIN,
                (text, problems) -> {
                    BigDecimal value = parseDecimal(text, problems);
                    if (value != null && value.abs().compareTo(BigDecimal.valueOf(bound)) > 0) {
                        problems.add(
                                IssueCode.COORDINATE_OUT_OF_RANGE,
                                text + " is not " + what + " in -" + bound + " to " + bound
                                        + "; give decimal degrees.");
                        return null;
                    }
                    return value == null ? null : value.doubleValue();
                },
                value -> BigDecimal.valueOf(value).toPlainString());
    }

    /** Digits with an optional sign and fraction; no exponent, no thousands separators. */
    static @Nullable BigDecimal parseDecimal(String text, Problems problems) {
        if (!isPlainDecimal(text) || text.length() > MAX_DECIMAL_LENGTH) {
            unparsable(text, "a number such as 12.5", problems);
            return null;
        }
        return new BigDecimal(text);
    }

    private static boolean isPlainDecimal(String text) {
        int start = text.startsWith("-") ? 1 : 0;
        int point = text.indexOf('.');
        if (text.length() == start || point == start || point == text.length() - 1) {
            return false;
        }
        for (int i = start; i < text.length(); i++) {
            char c = text.charAt(i);
            if (i != point && (c < '0' || c > '9')) {
                return false;
            }
        }
        return true;
    }

    private static @Nullable String parseListableId(String text, Problems problems) {
        if (text.indexOf(LIST_SEPARATOR) >= 0) {
            problems.add(
                    IssueCode.SEPARATOR_IN_ID,
                    "The id " + quoted(text) + " contains a semicolon, which separates ids in a list; choose another.");
            return null;
        }
        return text;
    }

    private static List<String> parseList(String text, Problems problems) {
        if (text.indexOf(LIST_SEPARATOR) < 0) {
            return List.of(text);
        }
        Set<String> items = new LinkedHashSet<>();
        List<String> ignored = new ArrayList<>();
        for (String part : text.split(";", -1)) {
            String item = Blanks.strip(part);
            if (item.isEmpty() || !items.add(item)) {
                ignored.add(item);
            }
        }
        if (!ignored.isEmpty()) {
            problems.add(
                    IssueCode.LIST_ITEM_IGNORED,
                    "The list " + quoted(text) + " has an empty or repeated item, which is ignored; remove it.");
        }
        return List.copyOf(items);
    }

    private static String formatList(List<String> items) {
        for (String item : items) {
            if (item.isEmpty() || item.indexOf(LIST_SEPARATOR) >= 0) {
                throw new IllegalArgumentException(
                        quoted(item) + " cannot stand in a list cell. Maybe it is empty or contains a semicolon?");
            }
        }
        return String.join(";", items);
    }

    private static @Nullable DemandScope parseScope(String text, Problems problems) {
        DemandScope scope = DemandScope.parse(text);
        if (scope == null) {
            unparsable(text, "ALL, BCU:x, FUNCTION:x or TEAM:x", problems);
        }
        return scope;
    }
}
