package io.muster.data.model;

import java.time.LocalDate;

/**
 * A day of the calendar ({@code calendar.csv}).
 *
 * @param date the date, the key
 * @param kind {@code CLOSED} means no training that day; every other kind is information
 * @param name what it is
 */
public record CalendarDay(LocalDate date, String kind, String name) {

    /** The kind of a day without training. */
    public static final String CLOSED = "CLOSED";

    /** {@return whether no training takes place on the day} */
    public boolean isClosed() {
        return kind.equals(CLOSED);
    }
}
