package io.muster.solver.constraint;

import ai.timefold.solver.core.api.score.stream.uni.UniConstraintCollector;
import java.util.Arrays;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;

/** Counts booked requirements by week; unbooked ones count nowhere, but keep their group alive. */
final class BookedByWeek implements UniConstraintCollector<Want, BookedByWeek.Counts, int[]> {

    /** The one collector: it has no state of its own. */
    static final BookedByWeek INSTANCE = new BookedByWeek();

    private static final Runnable NOTHING = () -> {};

    private BookedByWeek() {}

    /** Counts by week, as long as needed. */
    static final class Counts {
        private int[] byWeek = {};

        private Runnable add(Want want) {
            if (want.isUnbooked()) {
                return NOTHING;
            }
            int week = want.week();
            if (week >= byWeek.length) {
                byWeek = Arrays.copyOf(byWeek, want.problem().calendar.weeks);
            }
            byWeek[week]++;
            return () -> byWeek[week]--;
        }
    }

    @Override
    public Supplier<Counts> supplier() {
        return Counts::new;
    }

    @Override
    public BiFunction<Counts, Want, Runnable> accumulator() {
        return Counts::add;
    }

    @Override
    public Function<Counts, int[]> finisher() {
        return counts -> counts.byWeek.clone();
    }
}
