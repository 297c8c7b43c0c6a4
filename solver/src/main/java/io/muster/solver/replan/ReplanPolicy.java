package io.muster.solver.replan;

/** What a re-plan is good for, once it covers as much as it can. */
public enum ReplanPolicy {
    /** Moves what is broken, like for like, and others only where that books somebody. */
    LEAST_DISTURBANCE,
    /** Moves whatever is worth its price in notice bands. */
    LOWEST_COST,
    /** Moves what is broken to the earliest dates there are. */
    FASTEST_COMPLETION
}
