package io.muster.solver.problem;

import io.muster.data.model.CalendarDay;
import io.muster.data.model.DataSet;
import io.muster.data.model.Programme;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The training days and slots of a programme (DATASET.md section 2, "Training day"). Days and weeks are dense ints. */
public final class Calendar {

    /** Number of training days, possibly 0. */
    public final int days;
    /** Slots of a day, 1 or 2. */
    public final int slots;
    /** Date of each training day, ascending. */
    public final LocalDate[] dateOf;
    /** Epoch day of each training day. */
    public final int[] epochDay;
    /** ISO week of each training day, counted from the programme's first. */
    public final int[] weekOf;
    /** ISO weeks the programme touches. */
    public final int weeks;
    /** Training days passed by the end of each week. */
    public final int[] passedBy;
    /** Whole weeks from the programme's first day to each training day (cost line priority). */
    public final int[] wholeWeeks;
    /** Training day on the calendar day before; -1: none. */
    public final int[] dayBefore;
    /** Training day on the calendar day after; -1: none. */
    public final int[] dayAfter;
    /** Minute of the day at which each slot starts. */
    public final int[] slotStart;
    /** Minute of the day at which each slot ends. */
    public final int[] slotEnd;
    /** Least rest in minutes, rounded up: minutes are whole (H07). */
    public final long minRestMinutes;
    /** Whether rest suffices from a booked day ending with slot e to the next starting with slot s: [e * slots + s]. */
    public final boolean[] restBetween;

    private final Map<LocalDate, Integer> indexOf = new HashMap<>();

    Calendar(DataSet dataSet) {
        Programme programme = dataSet.programme();
        Set<LocalDate> closed = new HashSet<>();
        for (CalendarDay day : dataSet.calendar()) {
            if (day.isClosed()) {
                closed.add(day.date());
            }
        }
        List<LocalDate> dates = new ArrayList<>();
        for (LocalDate date = programme.firstDay(); !date.isAfter(programme.lastDay()); date = date.plusDays(1)) {
            if (programme.trainingWeekdays().contains(date.getDayOfWeek()) && !closed.contains(date)) {
                indexOf.put(date, dates.size());
                dates.add(date);
            }
        }
        days = dates.size();
        dateOf = dates.toArray(LocalDate[]::new);
        slots = programme.slots().size();
        LocalDate firstMonday = programme.firstDay().with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        weeks = Math.toIntExact(ChronoUnit.WEEKS.between(firstMonday, programme.lastDay())) + 1;
        epochDay = new int[days];
        weekOf = new int[days];
        wholeWeeks = new int[days];
        dayBefore = new int[days];
        dayAfter = new int[days];
        passedBy = new int[weeks];
        for (int d = 0; d < days; d++) {
            LocalDate date = dateOf[d];
            epochDay[d] = Math.toIntExact(date.toEpochDay());
            weekOf[d] = Math.toIntExact(ChronoUnit.WEEKS.between(firstMonday, date));
            wholeWeeks[d] = Math.toIntExact(ChronoUnit.WEEKS.between(programme.firstDay(), date));
            dayBefore[d] = indexOf.getOrDefault(date.minusDays(1), -1);
            dayAfter[d] = indexOf.getOrDefault(date.plusDays(1), -1);
            passedBy[weekOf[d]]++;
        }
        for (int w = 1; w < weeks; w++) {
            passedBy[w] += passedBy[w - 1];
        }
        slotStart = programme.slots().stream()
                .mapToInt(s -> s.start().toSecondOfDay() / 60)
                .toArray();
        slotEnd = programme.slots().stream()
                .mapToInt(s -> s.end().toSecondOfDay() / 60)
                .toArray();
        minRestMinutes = programme
                .limits()
                .minRestHours()
                .multiply(BigDecimal.valueOf(60))
                .setScale(0, RoundingMode.CEILING)
                .longValueExact();
        restBetween = new boolean[slots * slots];
        for (int e = 0; e < slots; e++) {
            for (int s = 0; s < slots; s++) {
                restBetween[e * slots + s] = Time.MINUTES_PER_DAY + slotStart[s] - slotEnd[e] >= minRestMinutes;
            }
        }
    }

    /** {@return whether training days, slots and rest are the same} */
    boolean isLike(Calendar other) {
        return Arrays.equals(epochDay, other.epochDay)
                && Arrays.equals(slotStart, other.slotStart)
                && Arrays.equals(slotEnd, other.slotEnd)
                && minRestMinutes == other.minRestMinutes;
    }

    /** {@return the first training day on or after a date; {@link #days} when there is none} */
    int firstOnOrAfter(LocalDate date) {
        return firstOnOrAfter(date.toEpochDay());
    }

    /** {@return the last training day on or before a date; -1 when there is none} */
    int lastOnOrBefore(LocalDate date) {
        return lastOnOrBefore(date.toEpochDay());
    }

    /** {@return the first training day on or after a date, in days since 1970; the number of days when there is none} */
    public int firstOnOrAfter(long date) {
        int d = 0;
        while (d < days && epochDay[d] < date) {
            d++;
        }
        return d;
    }

    /** {@return the last training day on or before a date, in days since 1970; -1 when there is none} */
    public int lastOnOrBefore(long date) {
        int d = days - 1;
        while (d >= 0 && epochDay[d] > date) {
            d--;
        }
        return d;
    }

    /**
     * The index of a training day.
     *
     * @param date a date
     * @return its index; -1 when it is no training day
     */
    public int indexOf(LocalDate date) {
        return indexOf.getOrDefault(date, -1);
    }
}
