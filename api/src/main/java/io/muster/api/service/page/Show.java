package io.muster.api.service.page;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.apache.commons.lang3.StringUtils;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * How pages show figures: British English, pounds, dates with their weekday. Templates call it {@code @show}. What is not
 * known (null) is a dash.
 */
@Component("show")
public final class Show {
    private static final String UNKNOWN = "–";
    private static final ZoneId LONDON = ZoneId.of("Europe/London");
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("EEE d MMM yyyy", Locale.UK);
    private static final DateTimeFormatter SHORT_DATE = DateTimeFormatter.ofPattern("EEE d MMM", Locale.UK);
    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MMMM yyyy", Locale.UK);
    private static final DateTimeFormatter WEEKDAY = DateTimeFormatter.ofPattern("EEE", Locale.UK);
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("EEE d MMM yyyy, HH:mm", Locale.UK);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.UK);
    private static final double PENCE_PER_POUND = 100.0;

    Show() {}

    /**
     * A number.
     *
     * @param number the number; null: not known
     * @return such as {@code 23,000}
     */
    public String number(@Nullable Number number) {
        if (number == null) {
            return UNKNOWN;
        }
        boolean isWhole = number instanceof Integer || number instanceof Long;
        return isWhole
                ? String.format(Locale.UK, "%,d", number.longValue())
                : String.format(Locale.UK, "%,.1f", number.doubleValue());
    }

    /**
     * A number with its noun.
     *
     * @param number the number
     * @param one the noun of one thing
     * @param many the noun of several
     * @return such as {@code 1 person} or {@code 23 people}
     */
    public String count(long number, String one, String many) {
        return number(number) + " " + (number == 1 ? one : many);
    }

    /**
     * An amount.
     *
     * @param pence whole pence; null: not known
     * @return such as {@code £1,234.05}
     */
    public String money(@Nullable Number pence) {
        return pence == null
                ? UNKNOWN
                : String.format(
                        Locale.UK,
                        "%s£%,.2f",
                        pence.longValue() < 0 ? "-" : "",
                        Math.abs(pence.longValue()) / PENCE_PER_POUND);
    }

    /**
     * What something costs more or less.
     *
     * @param pence whole pence; null: not known
     * @return such as {@code +£12.50}, {@code -£3.00} or {@code £0.00}
     */
    public String difference(@Nullable Number pence) {
        return (pence != null && pence.longValue() > 0 ? "+" : "") + money(pence);
    }

    /**
     * A large amount without its pence.
     *
     * @param pence whole pence; null: not known
     * @return such as {@code £6,762,586}
     */
    public String pounds(@Nullable Number pence) {
        return pence == null
                ? UNKNOWN
                : String.format(
                        Locale.UK,
                        "%s£%,.0f",
                        pence.longValue() < 0 ? "-" : "",
                        Math.abs(pence.longValue()) / PENCE_PER_POUND);
    }

    /**
     * A number that is a difference.
     *
     * @param number the difference; null: not known
     * @return such as {@code +23,000} or {@code −5}; {@code 0} without a sign
     */
    public String change(@Nullable Number number) {
        return number == null ? UNKNOWN : sign(number.longValue()) + number(Math.abs(number.longValue()));
    }

    /**
     * A large amount that is a difference.
     *
     * @param pence whole pence; null: not known
     * @return such as {@code +£1,234}
     */
    public String poundsChange(@Nullable Number pence) {
        return pence == null ? UNKNOWN : sign(pence.longValue()) + pounds(Math.abs(pence.longValue()));
    }

    private static String sign(long number) {
        return number == 0 ? "" : number < 0 ? "−" : "+";
    }

    /**
     * A share.
     *
     * @param fraction the share, 1 is all; null: not known
     * @return such as {@code 99.5%}; all of it only where it is
     */
    public String share(@Nullable Number fraction) {
        if (fraction == null) {
            return UNKNOWN;
        }
        double percent = fraction.doubleValue() * 100;
        // 99.97% of a requirement is not all of it.
        double shown = percent < 100 ? Math.min(percent, 99.9) : percent;
        return String.format(Locale.UK, "%.1f%%", shown);
    }

    /**
     * A share of two counts.
     *
     * @param part how many
     * @param whole of how many; 0: there is no share
     * @return as {@link #share(Number)}
     */
    public String share(@Nullable Number part, @Nullable Number whole) {
        return part == null || whole == null || whole.doubleValue() == 0
                ? UNKNOWN
                : share(part.doubleValue() / whole.doubleValue());
    }

    /**
     * Per cent as reports give them.
     *
     * @param percent per cent; null: not known
     * @return such as {@code 85.0%}
     */
    public String percent(@Nullable BigDecimal percent) {
        return percent == null ? UNKNOWN : String.format(Locale.UK, "%.1f%%", percent);
    }

    /**
     * A day.
     *
     * @param date the day; null: not known
     * @return such as {@code Mon 12 May 2025}
     */
    public String date(@Nullable LocalDate date) {
        return date == null ? UNKNOWN : DATE.format(date);
    }

    /**
     * A day of a year that everybody knows.
     *
     * @param date the day; null: not known
     * @return such as {@code Mon 12 May}
     */
    public String day(@Nullable LocalDate date) {
        return date == null ? UNKNOWN : SHORT_DATE.format(date);
    }

    /**
     * A time away, which begins and ends on the clock.
     *
     * @param from its start
     * @param to its end, exclusive: midnight ends the day before
     * @return such as {@code Mon 12 May 2025 to Fri 16 May 2025}, or with times where it is not of whole days
     */
    public String away(LocalDateTime from, LocalDateTime to) {
        boolean isWholeDays = from.toLocalTime().equals(LocalTime.MIDNIGHT)
                && to.toLocalTime().equals(LocalTime.MIDNIGHT);
        LocalDate last = isWholeDays ? to.toLocalDate().minusDays(1) : to.toLocalDate();
        String start = date(from.toLocalDate()) + (isWholeDays ? "" : ", " + clock(from.toLocalTime()));
        if (last.equals(from.toLocalDate())) {
            return isWholeDays ? start : start + " to " + clock(to.toLocalTime());
        }
        return start + " to " + date(last) + (isWholeDays ? "" : ", " + clock(to.toLocalTime()));
    }

    /**
     * A month.
     *
     * @param month the month; null: not known
     * @return such as {@code May 2025}
     */
    public String month(@Nullable YearMonth month) {
        return month == null ? UNKNOWN : MONTH.format(month);
    }

    /**
     * A day of the week.
     *
     * @param date a day; null: not known
     * @return such as {@code Mon}
     */
    public String weekday(@Nullable LocalDate date) {
        return date == null ? UNKNOWN : WEEKDAY.format(date);
    }

    /**
     * A time of a day.
     *
     * @param time the time on the clock of its day; null: not known
     * @return such as {@code 09:00}
     */
    public String time(@Nullable OffsetDateTime time) {
        return time == null ? UNKNOWN : TIME.format(time);
    }

    /**
     * A time on the clock.
     *
     * @param time the time; null: not known
     * @return such as {@code 09:00}
     */
    public String clock(@Nullable LocalTime time) {
        return time == null ? UNKNOWN : TIME.format(time);
    }

    /**
     * A moment, on London's clock.
     *
     * @param instant the moment; null: not known
     * @return such as {@code Mon 12 May 2025, 09:00}
     */
    public String moment(@Nullable Instant instant) {
        return instant == null ? UNKNOWN : MOMENT.format(instant.atZone(LONDON));
    }

    /**
     * A length of time.
     *
     * @param duration the time; null: not known
     * @return such as {@code 2 min 5 s}
     */
    public String duration(@Nullable Duration duration) {
        if (duration == null) {
            return UNKNOWN;
        }
        long hours = duration.toHours();
        String minutes = duration.toMinutesPart() == 0 ? "" : duration.toMinutesPart() + " min";
        String seconds =
                duration.toSecondsPart() == 0 && duration.toMinutes() > 0 ? "" : duration.toSecondsPart() + " s";
        return StringUtils.normalizeSpace((hours == 0 ? "" : hours + " h ") + minutes + " " + seconds);
    }

    /**
     * A constant as words.
     *
     * @param constant such as {@code BCU_RESOURCING}; null: not known
     * @return such as {@code BCU resourcing}
     */
    public String words(@Nullable Object constant) {
        if (constant == null) {
            return UNKNOWN;
        }
        String text = constant.toString().replace('_', ' ').replace('-', ' ').toLowerCase(Locale.UK);
        return StringUtils.capitalize(text).replace("Bcu", "BCU").replace(" bcu", " BCU");
    }
}
