package io.muster.solver.check;

/**
 * Magnitude of the rules that count. On a re-plan "a baseline booking dated before asOf stays, breaks no rule and still
 * counts for the others": what is reported is the excess of the plan beyond the excess that its past bookings alone
 * would make.
 */
final class Excess {

    private Excess() {}

    /** {@return how far {@code all} is over the limit beyond what {@code past} alone is, {@code >= 0}} */
    static int over(int limit, int all, int past) {
        return Math.max(0, Math.max(0, all - limit) - Math.max(0, past - limit));
    }
}
