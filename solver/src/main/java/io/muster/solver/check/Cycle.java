package io.muster.solver.check;

import io.muster.data.model.ShiftPattern;
import io.muster.data.model.ShiftPattern.Duty;
import java.time.LocalTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A shift pattern by epoch day: the duty of DATASET.md section 2 without a calendar. */
final class Cycle {

    private final long start;
    private final boolean[] rest;
    /** Each duty's interval on epoch day 0; null on a rest day. */
    private final @Nullable Span[] spans;

    Cycle(ShiftPattern pattern) {
        List<Duty> duties = pattern.duties();
        this.start = pattern.cycleStart().toEpochDay();
        this.rest = new boolean[duties.size()];
        this.spans = new @Nullable Span[duties.size()];
        for (int i = 0; i < rest.length; i++) {
            Duty duty = duties.get(i);
            LocalTime from = duty.start();
            LocalTime to = duty.end();
            rest[i] = duty.isRestDay();
            spans[i] = duty.isRestDay() || from == null || to == null ? null : Span.of(0, from, to);
        }
    }

    /** {@return whether the duty is a rest day} */
    boolean isRestDay(long day, int offset) {
        return rest[indexOf(day, offset)];
    }

    /** {@return the interval of the duty, which may end the next day; null on a rest day} */
    @Nullable
    Span span(long day, int offset) {
        Span span = spans[indexOf(day, offset)];
        return span == null ? null : span.later(day);
    }

    private int indexOf(long day, int offset) {
        return Math.floorMod(day - start + offset, rest.length);
    }
}
