package io.muster.solver.search;

import io.muster.solver.problem.Cadre;

/**
 * Gives sessions trainers: each takes who costs least, those who already deliver that day at no price, with some luck in
 * the prices so that another try finds another staffing.
 */
final class Staffing {

    /** Prices are varied by up to this share. */
    private static final double LUCK = 0.3;
    /** What a day of an internal trainer is taken to be worth: it may not be paid for, but there are only so many. */
    private static final long INTERNAL_DAY_PENCE = 40_000;

    private final MoveContext context;
    private final Cadre cadre;
    private final long[] dayPrice;

    Staffing(MoveContext context) {
        this.context = context;
        cadre = context.problem.cadre;
        dayPrice = new long[cadre.trainers];
    }

    /** Draws the prices anew. */
    void drawPrices() {
        for (int t = 0; t < cadre.trainers; t++) {
            long price = Math.max(cadre.pencePerDay[t], cadre.internal[t] ? INTERNAL_DAY_PENCE : 0);
            dayPrice[t] = 1 + Math.round(price * (1 + LUCK * context.random.nextDouble()));
        }
    }

    /** Fills the trainers' places of a session that has none; false when too few trainers are free. */
    boolean fill(int session) {
        int module = context.state.moduleOf(session);
        int d = context.estate.dayOf(session);
        for (int k = 0; k < context.curriculum.trainers[module]; k++) {
            boolean internal = k < context.curriculum.internals[module];
            int best = -1;
            long bestPrice = Long.MAX_VALUE;
            for (int t : cadre.able[module * context.calendar.days + d]) {
                long price = context.state.trainerWorks(t, d) ? 0 : dayPrice[t];
                if (price < bestPrice
                        && (!internal || cadre.internal[t])
                        && !teaches(session, t, k)
                        && context.state.isTrainerFree(t, module, session)) {
                    best = t;
                    bestPrice = price;
                }
            }
            if (best < 0) {
                return false;
            }
            context.trial.staff(session, k, best);
        }
        return true;
    }

    /** Whether a trainer has one of the first places already: in a session that does not run yet nobody is busy. */
    private boolean teaches(int session, int trainer, int places) {
        for (int k = 0; k < places; k++) {
            if (context.state.trainerAt(session, k) == trainer) {
                return true;
            }
        }
        return false;
    }
}
