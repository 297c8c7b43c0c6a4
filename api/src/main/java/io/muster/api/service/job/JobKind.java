package io.muster.api.service.job;

/** Kinds of jobs. */
public enum JobKind {
    /** Reads and validates a data set. */
    IMPORT(false),
    /** Makes a plan. */
    SOLVE(true),
    /** Repairs a published plan. */
    REPLAN(true),
    /** Plays seasons of disruptions over a plan. */
    SIMULATE(true),
    /** Writes files. */
    EXPORT(false);

    private final boolean heavy;

    JobKind(boolean heavy) {
        this.heavy = heavy;
    }

    /** {@return whether it takes whole processors and much memory, so that an instance runs few at once} */
    public boolean isHeavy() {
        return heavy;
    }
}
