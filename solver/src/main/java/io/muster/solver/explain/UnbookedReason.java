package io.muster.solver.explain;

/**
 * Stable codes of {@code unbooked.csv}: how far the most promising day and slot of a requirement got, from nowhere to
 * the last hurdle.
 */
public enum UnbookedReason {
    /** A prerequisite that is no requirement now, yet not done, comes first (H11). */
    PREREQUISITE_DEFERRED,
    /** No training day lies within its dates (H01, H16). */
    NO_DATES,
    /** On no training day within its dates is the staff member on duty, deployable and present (H05, H06, H10). */
    NOT_AVAILABLE,
    /** Available days leave too little rest (H07). */
    NO_REST,
    /** The staff member trains on other days of the week already, or has other training at the time (H03, H13). */
    BUSY,
    /** A prerequisite is not booked, or not early enough (H11). */
    PREREQUISITE_UNBOOKED,
    /** The team's ceiling is reached on every day that would do (H12). */
    TEAM_CEILING,
    /** No session of the module runs, in reach and with what the staff member needs, when all else fits (H08-H10). */
    NO_SESSION,
    /** Sessions run that would do, but all their seats are taken (H04). */
    SESSION_FULL,
    /** The cohort has no day and room that suits all its members (H17). */
    COHORT_APART,
    /** Nothing at all: the search ended before the seat was taken. */
    SEAT_LEFT
}
