package io.muster.solver.problem;

import java.time.LocalDateTime;

/** Wall-clock minutes since the epoch: the one unit of time inside the solver. */
final class Time {

    static final int MINUTES_PER_DAY = 1440;

    private Time() {}

    /** Minute of a date-time; seconds count as a started minute when {@code up}. */
    static long minute(LocalDateTime time, boolean up) {
        long seconds = time.toLocalTime().toSecondOfDay();
        boolean rest = seconds % 60 != 0 || time.getNano() != 0;
        return time.toLocalDate().toEpochDay() * MINUTES_PER_DAY + seconds / 60 + (up && rest ? 1 : 0);
    }
}
