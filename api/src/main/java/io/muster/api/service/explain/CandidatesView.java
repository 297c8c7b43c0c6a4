package io.muster.api.service.explain;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who could fill seats of a session.
 *
 * @param session the session
 * @param moduleId its module
 * @param moduleName the module's name
 * @param freeSeats its free seats
 * @param unbooked people who need the module, are not booked and could come
 * @param movable people who are booked elsewhere for it and could come
 * @param picks who to take for the seats asked for, in this order, each priced on top of those before
 * @param others further ones, priced each alone
 */
public record CandidatesView(
        SpotView session,
        String moduleId,
        String moduleName,
        int freeSeats,
        int unbooked,
        int movable,
        List<Candidate> picks,
        List<Candidate> others) {

    /**
     * Somebody who could come.
     *
     * @param staffIds who: one person, or all members of a cohort that is taught together
     * @param teamId team of the first
     * @param teamName its name
     * @param now where they are booked; null: unbooked
     * @param price what the plan would cost more or less
     */
    public record Candidate(
            List<String> staffIds,
            String teamId,
            String teamName,
            @Nullable SpotView now,
            PriceView price) {}
}
