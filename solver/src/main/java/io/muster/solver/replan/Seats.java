package io.muster.solver.replan;

import io.muster.solver.construct.TrainerPicker;
import io.muster.solver.problem.Workforce;
import io.muster.solver.state.PlanState;

/** Finds seats in running sessions, and digital learning time, for single requirements. */
final class Seats {

    private static final int NONE = -1;

    private final Repair repair;
    private final PlanState state;
    private final Prices prices;
    private final TrainerPicker trainers;
    private long bestPence;

    Seats(Repair repair, Prices prices) {
        this.repair = repair;
        this.prices = prices;
        state = repair.state;
        trainers = new TrainerPicker(state);
    }

    /** What the best seat for an unbooked requirement counts; more than any price where there is none. */
    long penceOfBest(int r) {
        return find(r) == NONE ? Prices.MOST : bestPence;
    }

    /** Books an unbooked requirement in the best seat there is; false: there is none. */
    boolean book(int r) {
        int session = find(r);
        if (session != NONE) {
            state.book(r, session);
        }
        return session != NONE;
    }

    /** The best seat for an unbooked requirement; -1: there is none. */
    int find(int r) {
        int best = NONE;
        bestPence = Long.MAX_VALUE;
        if (repair.requirements.blocked[r] || repair.problem.isTogether(r)) {
            return NONE;
        }
        int p = repair.requirements.staffOf[r];
        int module = repair.requirements.moduleOf[r];
        boolean digital = repair.curriculum.isDigital(module);
        for (int d = firstDay(r); d <= repair.requirements.lastDay[r]; d++) {
            int bits = repair.workforce.dayBits[p * repair.calendar.days + d];
            if ((bits & 3) == 0 || !mayCome(p, d, bits)) {
                continue;
            }
            for (int slot = 0; slot < repair.calendar.slots; slot++) {
                int mask = repair.curriculum.slotMask(module, slot);
                if ((bits & mask) != mask || !repair.curriculum.fitsSlot(module, slot)) {
                    continue;
                }
                int n = digital ? 1 : state.openCount(module, d, slot);
                for (int i = 0; i < n; i++) {
                    int session =
                            digital ? repair.estate.digitalSession(module, d, slot) : state.openAt(module, d, slot, i);
                    if (digital || state.hasSeat(session)) {
                        long pence = prices.of(r, d, mask, state.venueOf(session));
                        if ((pence < bestPence || (pence == bestPence && session < best))
                                && state.canPlace(r, session)) {
                            best = session;
                            bestPence = pence;
                        }
                    }
                }
            }
        }
        return best;
    }

    /** The first day on which a requirement may be booked: with notice, or its old one. */
    private int firstDay(int r) {
        int first = repair.requirements.firstDay[r];
        int old = repair.baseline.dayAt[r];
        return old < repair.baseline.firstFree ? first : Math.min(first, old);
    }

    private boolean mayCome(int p, int d, int bits) {
        return (bits & Workforce.ON_DUTY) == 0
                || state.headroom(repair.workforce.teamOn(p, d), d) > 0
                || state.maskOn(p, d) != 0;
    }

    // ---- The same time ---------------------------------------------------------------------------------------------

    /**
     * Books an unbooked requirement where it was, or at the same time elsewhere: nothing to pay and nobody to tell but of
     * the place. Somebody whose seat is asked for may take another one at that time.
     *
     * @param r an unbooked requirement
     * @return whether it is booked
     */
    boolean bookAtSameTime(int r) {
        int d = repair.baseline.dayAt[r];
        int module = repair.requirements.moduleOf[r];
        if (d < repair.baseline.firstFree || repair.baseline.isVoided[r] || repair.problem.isTogether(r)) {
            return false;
        }
        int slot = Integer.numberOfTrailingZeros(repair.baseline.maskAt[r]);
        if (!repair.curriculum.fitsSlot(module, slot)) {
            return false;
        }
        if (repair.curriculum.isDigital(module)) {
            return bookIf(r, repair.estate.digitalSession(module, d, slot));
        }
        int old = repair.baseline.sessionAt[r];
        if (old != NONE && runsAgain(old, module) && bookIf(r, old)) {
            return true;
        }
        int best = NONE;
        for (int i = 0; i < state.openCount(module, d, slot); i++) {
            int session = state.openAt(module, d, slot, i);
            if (state.hasSeat(session)
                    && state.canPlace(r, session)
                    && (best == NONE || isNearer(r, d, session, best))) {
                best = session;
            }
        }
        if (best != NONE) {
            state.book(r, best);
            return true;
        }
        for (int i = 0; i < state.openCount(module, d, slot); i++) {
            int full = state.openAt(module, d, slot, i);
            if (!state.hasSeat(full) && state.canPlace(r, full) && makeSeat(full, module, d, slot)) {
                state.book(r, full);
                return true;
            }
        }
        return false;
    }

    /** Whether a session of a module runs at a place, or can, everybody having left it, run there once more. */
    private boolean runsAgain(int session, int module) {
        if (state.countOf(session) > 0) {
            return state.moduleOf(session) == module;
        }
        return state.isFree(session, module) && trainers.staff(session, module, -1, -1);
    }

    private boolean bookIf(int r, int session) {
        boolean fits = (repair.estate.isDigital(session) || state.hasSeat(session)) && state.canPlace(r, session);
        if (fits) {
            state.book(r, session);
        }
        return fits;
    }

    private boolean isNearer(int r, int d, int session, int than) {
        int p = repair.requirements.staffOf[r];
        long pence = repair.travelPence(p, d, state.venueOf(session));
        long other = repair.travelPence(p, d, state.venueOf(than));
        return pence < other || (pence == other && session < than);
    }

    /** Sends somebody of a full session to another one of the same time that has a seat. */
    private boolean makeSeat(int full, int module, int d, int slot) {
        for (int other : repair.state.attendees(full)) {
            if (repair.problem.isTogether(other)) {
                continue;
            }
            state.unbook(other);
            for (int i = 0; i < state.openCount(module, d, slot); i++) {
                int session = state.openAt(module, d, slot, i);
                if (session != full && state.hasSeat(session) && state.canPlace(other, session)) {
                    state.book(other, session);
                    return true;
                }
            }
            state.book(other, full);
        }
        return false;
    }
}
