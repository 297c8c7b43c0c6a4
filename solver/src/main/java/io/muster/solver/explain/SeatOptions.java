package io.muster.solver.explain;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who could fill seats of a session.
 *
 * @param session the session
 * @param moduleId its module
 * @param freeSeats its free seats
 * @param unbooked staff who need the module, are not booked and could come
 * @param movable staff who are booked elsewhere for it and could come
 * @param picks who to take for the seats asked for, in this order: unbooked first, then those whose move costs least;
 *     each is priced on top of those before, so that all may be taken
 * @param others further ones, priced each alone
 */
public record SeatOptions(
        Spot session,
        String moduleId,
        int freeSeats,
        int unbooked,
        int movable,
        List<Candidate> picks,
        List<Candidate> others) {

    /** Copies the lists. */
    public SeatOptions {
        picks = List.copyOf(picks);
        others = List.copyOf(others);
    }

    /**
     * Somebody who could come.
     *
     * @param staffIds who: one staff member, or all members of a cohort that is taught together
     * @param teamId the team of the first
     * @param now where they are booked; null: unbooked
     * @param price what the plan would cost more or less
     */
    public record Candidate(
            List<String> staffIds, String teamId, @Nullable Spot now, Price price) {

        /** Copies the list. */
        public Candidate {
            staffIds = List.copyOf(staffIds);
        }
    }
}
