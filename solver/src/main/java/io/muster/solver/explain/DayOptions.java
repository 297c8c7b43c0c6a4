package io.muster.solver.explain;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Days on which a staff member could train several modules together: a day of theirs moved as a whole, or modules brought
 * together that now stand alone.
 *
 * @param staffId the staff member
 * @param moduleIds the modules, at least two, prerequisites first
 * @param now where each is booked, in the same order; a null entry: unbooked
 * @param withStaffIds who has to go along for each, in the same order: the other members of the cohort, by id; mostly nobody
 * @param alternatives other days, the cheapest first; of a day, a venue and the same slots the cheapest sessions only
 * @param possible how many there are in all
 */
public record DayOptions(
        String staffId,
        List<String> moduleIds,
        List<@Nullable Spot> now,
        List<List<String>> withStaffIds,
        List<Day> alternatives,
        int possible) {

    /** Copies the lists. */
    public DayOptions {
        moduleIds = List.copyOf(moduleIds);
        now = Collections.unmodifiableList(new ArrayList<>(now));
        withStaffIds = withStaffIds.stream().map(List::copyOf).toList();
        alternatives = List.copyOf(alternatives);
    }

    /**
     * A day that keeps every hard rule.
     *
     * @param spots where and when each module is trained, in the order of the modules, all on one date
     * @param price what the plan would cost more or less with all of it
     * @param noticeDays days from the data set's {@code asOf} to the date
     * @param travelMinutes one way from the team's base; 0 when nothing of it is face to face
     * @param teamPlacesLeft how many more of the staff member's team may train that day once this is taken
     */
    public record Day(List<Spot> spots, Price price, long noticeDays, int travelMinutes, int teamPlacesLeft) {

        /** Copies the list. */
        public Day {
            spots = List.copyOf(spots);
        }
    }
}
