package io.muster.solver.explain;

import java.util.List;

/**
 * What a session costs, and who is in it.
 *
 * @param spot the session
 * @param moduleId its module
 * @param minClass the fewest bookings it should have
 * @param freeSeats its free seats
 * @param targetSeats bookings from which on empty seats cost nothing
 * @param cost what it adds to the plan's cost: the plan with it against the plan without it and its bookings
 * @param teams who is in it, by team, the largest first
 * @param staffIds who is in it, by id
 */
public record SessionLedger(
        Spot spot,
        String moduleId,
        int minClass,
        int freeSeats,
        int targetSeats,
        Price cost,
        List<TeamShare> teams,
        List<String> staffIds) {

    /** Copies the lists. */
    public SessionLedger {
        teams = List.copyOf(teams);
        staffIds = List.copyOf(staffIds);
    }

    /**
     * A team's part of a session.
     *
     * @param teamId the team
     * @param booked its bookings
     */
    public record TeamShare(String teamId, int booked) {}
}
