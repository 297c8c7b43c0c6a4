package io.muster.data.sample;

import io.muster.data.model.Programme;
import io.muster.data.model.ShiftPattern.Duty;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * The days that the members of a cohort keep free of leave, so that all of them can attend (DOMAIN: the start date of a
 * cohort is adjusted so that everybody can). Every third week opens a learning window; in it, days count on which every
 * member is on duty and a full day of training leaves everybody the daily rest.
 */
final class CohortTimetable {

    private static final int DAYS_BETWEEN_WINDOWS = 21;
    /** A relief pattern of ten days has three full days; a window this long has at least one on a training day. */
    private static final int WINDOW_DAYS = 10;

    private static final int MOST_DAYS_A_WINDOW = 3;
    /** Cohorts start a week apart, so that tutors and rooms are shared. */
    private static final int STAGGERED_WEEKS = 3;

    private CohortTimetable() {}

    /**
     * The days a cohort keeps free.
     *
     * @param programme the programme
     * @param usableDays training days on which bookings are possible, in order
     * @param cohortNumber number of the cohort, from 0
     * @param turns patterns and offsets of its members
     * @return the days, in order
     */
    static Set<LocalDate> keptFree(
            Programme programme, List<LocalDate> usableDays, int cohortNumber, Collection<Turn> turns) {
        Set<LocalDate> kept = new TreeSet<>();
        LocalDate first = programme.firstDay().plusWeeks(cohortNumber % STAGGERED_WEEKS);
        for (LocalDate start = first;
                !start.isAfter(programme.lastDay());
                start = start.plusDays(DAYS_BETWEEN_WINDOWS)) {
            LocalDate windowStart = start;
            LocalDate windowEnd = start.plusDays(WINDOW_DAYS);
            usableDays.stream()
                    .filter(d -> !d.isBefore(windowStart) && d.isBefore(windowEnd))
                    .filter(d -> turns.stream().allMatch(t -> fullDayFits(programme, t, d)))
                    .limit(MOST_DAYS_A_WINDOW)
                    .forEach(kept::add);
        }
        return kept;
    }

    private static boolean fullDayFits(Programme programme, Turn turn, LocalDate date) {
        if (turn.dutyOn(date).isRestDay()) {
            return false;
        }
        Duration rest = Duration.ofHours(programme.limits().minRestHours().longValueExact());
        LocalDateTime start = date.atTime(programme.slots().get(0).start());
        LocalDateTime end =
                date.atTime(programme.slots().get(programme.slots().size() - 1).end());
        LocalDateTime endBefore = endOf(turn.dutyOn(date.minusDays(1)), date.minusDays(1));
        LocalDateTime startAfter = startOf(turn.dutyOn(date.plusDays(1)), date.plusDays(1));
        return !endBefore.plus(rest).isAfter(start) && !end.plus(rest).isAfter(startAfter);
    }

    private static LocalDateTime endOf(Duty duty, LocalDate date) {
        if (duty.start() == null || duty.end() == null) {
            return date.atStartOfDay();
        }
        return duty.end().isBefore(duty.start()) ? date.plusDays(1).atTime(duty.end()) : date.atTime(duty.end());
    }

    private static LocalDateTime startOf(Duty duty, LocalDate date) {
        return duty.start() == null ? date.plusDays(1).atStartOfDay() : date.atTime(duty.start());
    }

    /**
     * A pattern with an offset.
     *
     * @param patternId the pattern
     * @param offset days
     */
    record Turn(String patternId, int offset) {

        Duty dutyOn(LocalDate date) {
            return Patterns.byId(patternId).dutyOn(date, offset);
        }
    }
}
