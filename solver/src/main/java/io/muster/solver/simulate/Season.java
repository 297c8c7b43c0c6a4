package io.muster.solver.simulate;

import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * A season that was lived through.
 *
 * @param number its number, from 1
 * @param weeks its weeks, in order, at least one
 * @param finished day on which the target completion was reached; null: not reached
 * @param finishedByBcu the same by BCU; a BCU that did not reach it is not in it
 * @param spend money by financial year, in order
 * @param peopleMoved different people with a booking moved or dropped at least once, no-shows apart
 * @param replanSeconds wall-clock seconds of each re-plan, in order: the one figure that differs between equal seasons
 */
public record Season(
        int number,
        List<SeasonWeek> weeks,
        @Nullable LocalDate finished,
        SortedMap<String, LocalDate> finishedByBcu,
        List<YearSpend> spend,
        int peopleMoved,
        List<Double> replanSeconds) {

    /** Copies the collections. */
    public Season {
        weeks = List.copyOf(weeks);
        finishedByBcu = Collections.unmodifiableSortedMap(new TreeMap<>(finishedByBcu));
        spend = List.copyOf(spend);
        replanSeconds = List.copyOf(replanSeconds);
    }

    /** {@return its last week} */
    public SeasonWeek last() {
        return weeks.get(weeks.size() - 1);
    }

    /**
     * {@return a figure of all weeks together}
     *
     * @param figure the figure of a week
     */
    public long sum(ToLongFunction<SeasonWeek> figure) {
        return weeks.stream().mapToLong(figure).sum();
    }

    /** {@return bookings moved or dropped by the least days of their notice band, all weeks together} */
    public SortedMap<Integer, Integer> movedByBand() {
        SortedMap<Integer, Integer> moved = new TreeMap<>();
        weeks.forEach(week -> week.movedByBand().forEach((band, count) -> moved.merge(band, count, Integer::sum)));
        return moved;
    }

    /** {@return rooms and trainers of all years, pence} */
    public long spendPence() {
        return spend.stream().mapToLong(YearSpend::pence).sum();
    }
}
