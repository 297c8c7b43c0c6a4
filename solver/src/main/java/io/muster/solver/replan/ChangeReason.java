package io.muster.solver.replan;

/**
 * Stable codes of the column {@code reason} of {@code changes.csv}, beside the kinds of disruption (DATASET.md section 5),
 * which stand for bookings that a disruption broke itself.
 */
public enum ChangeReason {
    /** A booking that has to come before it moved (H11). */
    DEPENDS_ON_MOVED,
    /** It stays together with its cohort, which moved (H17). */
    COHORT_MOVED,
    /** Several bookings broke a rule together, and this is one of those that moved. */
    RULE_BROKEN,
    /** Nothing broke it, but it moved so that somebody else could be booked. */
    MADE_ROOM,
    /** Nothing broke it, but the plan is cheaper with it elsewhere. */
    CHEAPER,
    /** It is no requirement any more. */
    OUT_OF_SCOPE,
    /** Newly booked: the published plan did not know the requirement, or had no place for it. */
    NEW_REQUIREMENT,
    /** Newly booked after a no-show or a cancelled booking. */
    CATCH_UP
}
