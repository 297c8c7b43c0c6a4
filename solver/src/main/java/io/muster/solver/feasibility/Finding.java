package io.muster.solver.feasibility;

/**
 * One reason why full coverage is impossible.
 *
 * @param kind what binds
 * @param subject id of the team, module or features it is about
 * @param shortfall coverage shortfall that this proves (weight of requirements, as in DATASET.md section 4), 1 or more
 * @param sentence what is short
 * @param remedy the smallest change that would lift it, as far as this finding goes
 */
public record Finding(Kind kind, String subject, long shortfall, String sentence, String remedy) {

    /** What binds. */
    public enum Kind {
        /** Requirements that no plan can book, whoever else makes way. */
        DEAD_END,
        /** People of a team with too few days for all their modules, even alone. */
        TOO_FEW_DAYS,
        /** A team whose ceiling leaves too few person-days. */
        TEAM_CEILING,
        /** A module with too few seats or trainers over the whole programme. */
        SEATS,
        /** A module with too few seats before, or after, a week. */
        WEEK
    }
}
