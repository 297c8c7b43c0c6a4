package io.muster.solver.explain;

import java.util.List;

/**
 * A place a requirement could be booked at instead; taking it keeps every hard rule.
 *
 * @param spot where and when
 * @param price what the plan would cost more or less
 * @param noticeDays days from the data set's {@code asOf} to the date
 * @param travelMinutes one way from the team's base; 0 for virtual sessions and digital learning
 * @param teamPlacesLeft how many more of the staff member's team may train that day once this is taken
 * @param withStaffIds who has to go along: the other members of the cohort, by id; mostly nobody
 */
public record Alternative(
        Spot spot, Price price, long noticeDays, int travelMinutes, int teamPlacesLeft, List<String> withStaffIds) {

    /** Copies the list. */
    public Alternative {
        withStaffIds = List.copyOf(withStaffIds);
    }
}
