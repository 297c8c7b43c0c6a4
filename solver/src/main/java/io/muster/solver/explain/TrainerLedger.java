package io.muster.solver.explain;

import java.time.LocalDate;
import java.util.List;

/**
 * What a trainer costs, and how far their time is used.
 *
 * @param trainerId the trainer
 * @param internal whether they are internal
 * @param moduleIds the modules they are accredited for
 * @param pencePerDay their day rate
 * @param daysAvailable training days on which they are available
 * @param daysUsed days on which they deliver
 * @param slotsUsed slots on which they deliver
 * @param slotsIdle slots of the days on which they deliver that are not used
 * @param pence their day rates
 * @param weeks each ISO week of the programme
 * @param sessions their sessions, by time
 */
public record TrainerLedger(
        String trainerId,
        boolean internal,
        List<String> moduleIds,
        long pencePerDay,
        int daysAvailable,
        int daysUsed,
        int slotsUsed,
        int slotsIdle,
        long pence,
        List<Week> weeks,
        List<Spot> sessions) {

    /** Copies the lists. */
    public TrainerLedger {
        moduleIds = List.copyOf(moduleIds);
        weeks = List.copyOf(weeks);
        sessions = List.copyOf(sessions);
    }

    /**
     * A trainer's week.
     *
     * @param monday its first day
     * @param daysAvailable training days on which they are available
     * @param most the most days on which they may deliver
     * @param used days on which they do
     */
    public record Week(LocalDate monday, int daysAvailable, int most, int used) {}
}
