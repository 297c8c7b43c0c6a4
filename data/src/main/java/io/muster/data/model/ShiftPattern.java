package io.muster.data.model;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A shift pattern: the rows of {@code patterns.csv} that share an id, in day order, none missing.
 *
 * @param id the key, with the day
 * @param cycleStart the date of day 0
 * @param duties the duty of each day of the cycle, never empty
 */
public record ShiftPattern(String id, LocalDate cycleStart, List<Duty> duties) {

    /** Copies the list. */
    public ShiftPattern {
        duties = List.copyOf(duties);
    }

    /**
     * The duty on a date: the entry at {@code floorMod(days from cycleStart to date + offset, length)}
     * (DATASET.md section 2).
     *
     * @param date the date
     * @param offset the team's or the staff member's offset, in days
     * @return the duty, possibly a rest day
     */
    public Duty dutyOn(LocalDate date, int offset) {
        long index = Math.floorMod(date.toEpochDay() - cycleStart.toEpochDay() + offset, (long) duties.size());
        return duties.get((int) index);
    }

    /**
     * The duty of one day of the cycle.
     *
     * @param code duty code; {@code R} is a rest day
     * @param start wall-clock start; null on a rest day
     * @param end wall-clock end, on the next day when before {@code start}; null on a rest day
     */
    public record Duty(
            String code,
            @Nullable LocalTime start,
            @Nullable LocalTime end) {

        /** The code of a rest day. */
        public static final String REST_DAY = "R";

        /** {@return whether this is a rest day} */
        public boolean isRestDay() {
            return code.equals(REST_DAY);
        }
    }
}
