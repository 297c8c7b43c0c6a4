package io.muster.api.service.booking;

import io.muster.api.service.live.Listing;
import io.muster.api.service.web.ProblemException;
import java.time.LocalDate;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Filters by dates. */
final class Days {
    private Days() {}

    /**
     * Narrows a list down to some days.
     *
     * @param selection what to narrow down; must have the field {@code date}
     * @param from first day; null: any
     * @param to last day; null: any
     * @param date day of a row
     * @throws ProblemException 400 when they end before they start
     */
    static <R> void within(
            Listing<R>.Selection selection,
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            Function<R, LocalDate> date) {
        require(from, to);
        if (from != null && from.equals(to)) {
            selection.where("date", from);
        } else if (from != null || to != null) {
            selection.where(row -> isWithin(date.apply(row), from, to));
        }
    }

    static void require(@Nullable LocalDate from, @Nullable LocalDate to) {
        if (from != null && to != null && to.isBefore(from)) {
            throw ProblemException.bad("dates-invalid", "The last day, to, lies before the first, from.");
        }
    }

    static boolean isWithin(LocalDate date, @Nullable LocalDate from, @Nullable LocalDate to) {
        return (from == null || !date.isBefore(from)) && (to == null || !date.isAfter(to));
    }
}
