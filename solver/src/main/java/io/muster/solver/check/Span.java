package io.muster.solver.check;

import java.time.LocalDateTime;
import java.time.LocalTime;

/**
 * A wall-clock interval {@code [from, to)}, in seconds since 1970-01-01T00:00 on the same clock. Daylight saving has no
 * say: "hours are counted on the wall clock".
 *
 * @param from start, inclusive
 * @param to end, exclusive
 */
record Span(long from, long to) {

    private static final long SECONDS_PER_DAY = 86_400;

    /** {@return the interval between two times of a day; an end before the start lies on the next day} */
    static Span of(long epochDay, LocalTime start, LocalTime end) {
        long midnight = epochDay * SECONDS_PER_DAY;
        long endMidnight = end.isBefore(start) ? midnight + SECONDS_PER_DAY : midnight;
        return new Span(midnight + start.toSecondOfDay(), endMidnight + end.toSecondOfDay());
    }

    /** {@return the interval between two date-times} */
    static Span of(LocalDateTime from, LocalDateTime to) {
        return new Span(second(from), second(to));
    }

    private static long second(LocalDateTime time) {
        return time.toLocalDate().toEpochDay() * SECONDS_PER_DAY
                + time.toLocalTime().toSecondOfDay();
    }

    /** {@return the same times of day, days later} */
    Span later(long days) {
        return new Span(from + days * SECONDS_PER_DAY, to + days * SECONDS_PER_DAY);
    }
}
