package io.muster.data.sample;

import io.muster.data.model.CalendarDay;
import io.muster.data.model.Programme;
import java.time.LocalDate;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Bank holidays and London school holidays, autumn 2024 to summer 2026 (DOMAIN, "Calendar", and typical terms). */
final class CalendarFacts {

    /** Kind of an information row: a school holiday. */
    static final String SCHOOL_HOLIDAY = "SCHOOL_HOLIDAY";

    private static final List<Period> BANK_HOLIDAYS = List.of(
            day("2024-12-25", "Christmas Day"),
            day("2024-12-26", "Boxing Day"),
            day("2025-01-01", "New Year's Day"),
            day("2025-04-18", "Good Friday"),
            day("2025-04-21", "Easter Monday"),
            day("2025-05-05", "Early May bank holiday"),
            day("2025-05-26", "Spring bank holiday"),
            day("2025-08-25", "Summer bank holiday"),
            day("2025-12-25", "Christmas Day"),
            day("2025-12-26", "Boxing Day"),
            day("2026-01-01", "New Year's Day"),
            day("2026-04-03", "Good Friday"),
            day("2026-04-06", "Easter Monday"),
            day("2026-05-04", "Early May bank holiday"),
            day("2026-05-25", "Spring bank holiday"),
            day("2026-08-31", "Summer bank holiday"));

    /** The training estate is shut between Christmas and New Year. */
    private static final List<Period> CHRISTMAS_CLOSURES = List.of(
            period("2024-12-24", "2025-01-01", "Christmas closure"),
            period("2025-12-24", "2026-01-01", "Christmas closure"));

    private static final List<Period> SCHOOL_HOLIDAYS = List.of(
            period("2024-07-24", "2024-09-01", "School summer holiday"),
            period("2024-10-28", "2024-11-01", "School half-term"),
            period("2024-12-23", "2025-01-03", "School Christmas holiday"),
            period("2025-02-17", "2025-02-21", "School half-term"),
            period("2025-04-07", "2025-04-21", "School Easter holiday"),
            period("2025-05-26", "2025-05-30", "School half-term"),
            period("2025-07-23", "2025-08-31", "School summer holiday"),
            period("2025-10-27", "2025-10-31", "School half-term"),
            period("2025-12-22", "2026-01-02", "School Christmas holiday"),
            period("2026-02-16", "2026-02-20", "School half-term"),
            period("2026-03-30", "2026-04-10", "School Easter holiday"),
            period("2026-05-25", "2026-05-29", "School half-term"),
            period("2026-07-22", "2026-08-31", "School summer holiday"));

    private CalendarFacts() {}

    /** {@return the calendar rows of a programme's days, in date order; a closed day is not also a school holiday} */
    static List<CalendarDay> calendar(Programme programme) {
        TreeMap<LocalDate, CalendarDay> rows = new TreeMap<>();
        add(rows, programme, SCHOOL_HOLIDAYS, SCHOOL_HOLIDAY);
        add(rows, programme, CHRISTMAS_CLOSURES, CalendarDay.CLOSED);
        add(rows, programme, BANK_HOLIDAYS, CalendarDay.CLOSED);
        return List.copyOf(rows.values());
    }

    /** {@return whether a date lies in a school holiday} */
    static boolean isSchoolHoliday(LocalDate date) {
        return SCHOOL_HOLIDAYS.stream().anyMatch(p -> p.contains(date));
    }

    /** {@return whether training is closed on a date} */
    static boolean isClosed(LocalDate date) {
        return Stream.concat(BANK_HOLIDAYS.stream(), CHRISTMAS_CLOSURES.stream())
                .anyMatch(p -> p.contains(date));
    }

    /** {@return the training days of a programme, in order (DATASET section 2)} */
    static List<LocalDate> trainingDays(Programme programme) {
        return programme
                .firstDay()
                .datesUntil(programme.lastDay().plusDays(1))
                .filter(d -> programme.trainingWeekdays().contains(d.getDayOfWeek()))
                .filter(d -> !isClosed(d))
                .toList();
    }

    private static void add(
            TreeMap<LocalDate, CalendarDay> rows, Programme programme, List<Period> periods, String kind) {
        for (Period period : periods) {
            period.from()
                    .datesUntil(period.to().plusDays(1))
                    .filter(d -> !d.isBefore(programme.firstDay()) && !d.isAfter(programme.lastDay()))
                    .forEach(d -> rows.put(d, new CalendarDay(d, kind, period.name())));
        }
    }

    private static Period day(String date, String name) {
        return period(date, date, name);
    }

    private static Period period(String from, String to, String name) {
        return new Period(LocalDate.parse(from), LocalDate.parse(to), name);
    }

    private record Period(LocalDate from, LocalDate to, String name) {

        boolean contains(LocalDate date) {
            return !date.isBefore(from) && !date.isAfter(to);
        }
    }
}
