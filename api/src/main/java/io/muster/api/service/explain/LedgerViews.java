package io.muster.api.service.explain;

import io.muster.solver.explain.TeamLedger;
import io.muster.solver.explain.TrainerLedger;
import java.math.BigDecimal;
import java.util.List;

/** Ledgers: what something costs, and what limits it. */
final class LedgerViews {
    private LedgerViews() {}

    /**
     * A team's.
     *
     * @param teamId the team
     * @param teamName its name
     * @param bcu its BCU
     * @param people its staff
     * @param required what they require
     * @param booked how much of that is booked
     * @param ceilingPct at most this share of those on duty may train
     * @param minimumStrengthPct at least this share of those on duty stays
     * @param cost what its bookings add to the plan's cost
     * @param cap how many may train, over all days
     * @param used how many do, over all days
     * @param days each training day
     */
    record Team(
            String teamId,
            String teamName,
            String bcu,
            int people,
            int required,
            int booked,
            BigDecimal ceilingPct,
            BigDecimal minimumStrengthPct,
            PriceView cost,
            int cap,
            int used,
            List<TeamLedger.Day> days) {}

    /**
     * A room's.
     *
     * @param roomId the room
     * @param venueId its venue
     * @param venueName the venue's name
     * @param capacity its seats
     * @param slotRatePence hire for a slot
     * @param slotsOpen slots on which it is open
     * @param slotsUsed slots on which a session runs
     * @param seats seats of its sessions
     * @param booked seats taken
     * @param costPence its hire
     * @param sessions its sessions, by time
     */
    record Room(
            String roomId,
            String venueId,
            String venueName,
            int capacity,
            long slotRatePence,
            int slotsOpen,
            int slotsUsed,
            int seats,
            int booked,
            long costPence,
            List<SpotView> sessions) {}

    /**
     * A trainer's.
     *
     * @param trainerId the trainer
     * @param internal whether they belong to the service
     * @param moduleIds modules they are accredited for
     * @param dayRatePence their day rate
     * @param daysAvailable training days on which they are available
     * @param daysUsed days on which they deliver
     * @param slotsUsed slots on which they deliver
     * @param slotsIdle slots of those days on which they do not
     * @param costPence their day rates
     * @param weeks each week
     * @param sessions their sessions, by time
     */
    record Trainer(
            String trainerId,
            boolean internal,
            List<String> moduleIds,
            long dayRatePence,
            int daysAvailable,
            int daysUsed,
            int slotsUsed,
            int slotsIdle,
            long costPence,
            List<TrainerLedger.Week> weeks,
            List<SpotView> sessions) {}

    /**
     * A session's.
     *
     * @param session the session
     * @param moduleId its module
     * @param moduleName the module's name
     * @param minClass fewest bookings it should have
     * @param freeSeats its free seats
     * @param targetSeats bookings from which on empty seats cost nothing
     * @param cost what it adds to the plan's cost
     * @param teams who is in it, by team, the largest first
     * @param staffIds who is in it, as far as the caller may see them
     */
    record Session(
            SpotView session,
            String moduleId,
            String moduleName,
            int minClass,
            int freeSeats,
            int targetSeats,
            PriceView cost,
            List<TeamShare> teams,
            List<String> staffIds) {}

    /**
     * A team's part of a session.
     *
     * @param teamId the team
     * @param teamName its name
     * @param booked its bookings
     */
    record TeamShare(String teamId, String teamName, int booked) {}
}
