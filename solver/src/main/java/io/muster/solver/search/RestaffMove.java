package io.muster.solver.search;

import io.muster.solver.problem.Cadre;
import java.util.Arrays;

/**
 * All sessions of a venue's day get their trainers anew: each takes who costs least, those who already deliver that day
 * at no price, and some luck in who is asked first. Pairs up half-used days of trainers.
 */
final class RestaffMove implements MoveKind {

    /** Prices are varied by up to this share, so that another try finds another staffing. */
    private static final double LUCK = 0.3;
    /** What a day of an internal trainer is taken to be worth: it is not paid for, but there are only so many. */
    private static final long INTERNAL_DAY_PENCE = 40_000;

    private final MoveContext context;
    private final Cadre cadre;
    private int[] sessions = new int[16];
    private final long[] dayPrice;

    RestaffMove(MoveContext context) {
        this.context = context;
        cadre = context.problem.cadre;
        dayPrice = new long[cadre.trainers];
    }

    @Override
    public String label() {
        return "restaff";
    }

    @Override
    public boolean attempt() {
        int any = context.randomRunning();
        if (any < 0 || context.curriculum.maxTrainers == 0) {
            return false;
        }
        int d = context.estate.dayOf(any);
        int n = gather(context.estate.venueOf[context.estate.roomOf(any)], d);
        for (int i = 0; i < n; i++) {
            for (int k = 0; k < context.curriculum.maxTrainers; k++) {
                context.trial.staff(sessions[i], k, -1);
            }
        }
        for (int t = 0; t < cadre.trainers; t++) {
            long price = Math.max(cadre.pencePerDay[t], cadre.internal[t] ? INTERNAL_DAY_PENCE : 0);
            dayPrice[t] = 1 + Math.round(price * (1 + LUCK * context.random.nextDouble()));
        }
        for (int i = 0; i < n; i++) {
            if (!staff(sessions[i], d)) {
                return false;
            }
        }
        return true;
    }

    /** Notes the running sessions of a venue's day in random order. */
    private int gather(int venue, int d) {
        int n = 0;
        for (int room = 0; room < context.estate.rooms; room++) {
            for (int slot = 0; context.estate.venueOf[room] == venue && slot < context.calendar.slots; slot++) {
                int session = context.estate.sessionAt(room, d, slot);
                if (context.state.countOf(session) > 0) {
                    if (n == sessions.length) {
                        sessions = Arrays.copyOf(sessions, n * 2);
                    }
                    int at = context.random.nextInt(n + 1);
                    sessions[n++] = sessions[at];
                    sessions[at] = session;
                }
            }
        }
        return n;
    }

    private boolean staff(int session, int d) {
        int module = context.state.moduleOf(session);
        for (int k = 0; k < context.curriculum.trainers[module]; k++) {
            boolean internal = k < context.curriculum.internals[module];
            int best = -1;
            long bestPrice = Long.MAX_VALUE;
            for (int t = 0; t < cadre.trainers; t++) {
                long price = context.state.trainerWorks(t, d) ? 0 : dayPrice[t];
                if (price < bestPrice
                        && (!internal || cadre.internal[t])
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
}
