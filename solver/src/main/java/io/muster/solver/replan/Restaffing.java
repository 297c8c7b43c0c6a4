package io.muster.solver.replan;

import io.muster.solver.state.PlanState;

/**
 * Gives sessions whose trainers cannot all come others, as few as needed: the cheapest who are free, those who deliver
 * that day already at no price; else somebody who is busy and can hand over what is in the way.
 */
final class Restaffing {

    /** What it counts against an internal trainer to be taken where any trainer will do: classes need some, pence. */
    private static final long KEEP_INTERNAL_PENCE = 10_000;

    private static final int NOBODY = -1;

    private final Repair repair;
    private final PlanState state;

    Restaffing(Repair repair) {
        this.repair = repair;
        state = repair.state;
    }

    /** Whether a running session's trainers are those it needs, each accredited and available (H15). */
    boolean isStaffed(int session) {
        int module = state.moduleOf(session);
        int present = 0;
        for (int k = 0; k < repair.curriculum.maxTrainers; k++) {
            int trainer = state.trainerAt(session, k);
            if (trainer != NOBODY) {
                if (!isAble(trainer, session) || positionOf(session, trainer) < k) {
                    return false;
                }
                present++;
            }
        }
        return present == repair.curriculum.trainers[module]
                && internalsOf(session) >= repair.curriculum.internals[module];
    }

    /**
     * Makes a session's team complete; who may stay stays.
     *
     * @return whether there were trainers enough; if not, it is short of some
     */
    boolean restaff(int session) {
        int module = state.moduleOf(session);
        int needed = repair.curriculum.trainers[module];
        for (int k = 0; k < repair.curriculum.maxTrainers; k++) {
            int trainer = state.trainerAt(session, k);
            if (trainer != NOBODY && (k >= needed || !isAble(trainer, session) || positionOf(session, trainer) < k)) {
                state.setTrainer(session, k, NOBODY);
            }
        }
        for (int k = 0; k < needed; k++) {
            if (state.trainerAt(session, k) == NOBODY && !fill(session, k)) {
                return false;
            }
        }
        for (int k = 0; k < needed && internalsOf(session) < repair.curriculum.internals[module]; k++) {
            int external = state.trainerAt(session, k);
            if (!repair.cadre.internal[external]) {
                state.setTrainer(session, k, NOBODY);
                if (!fill(session, k)) {
                    return false;
                }
            }
        }
        return internalsOf(session) >= repair.curriculum.internals[module];
    }

    private boolean fill(int session, int position) {
        boolean internalAsked = internalsOf(session) < repair.curriculum.internals[state.moduleOf(session)];
        int trainer = cheapest(session, NOBODY, internalAsked);
        if (trainer == NOBODY) {
            trainer = relieved(session, internalAsked);
        }
        if (trainer == NOBODY) {
            return false;
        }
        state.setTrainer(session, position, trainer);
        return true;
    }

    /** The cheapest trainer who is free for a session, but one; -1: there is none. */
    private int cheapest(int session, int butTrainer, boolean internalAsked) {
        int module = state.moduleOf(session);
        int day = repair.estate.dayOf(session);
        int best = NOBODY;
        long bestPence = Long.MAX_VALUE;
        for (int t : repair.cadre.able[module * repair.calendar.days + day]) {
            boolean internal = repair.cadre.internal[t];
            if (t == butTrainer || (internalAsked && !internal)) {
                continue;
            }
            long pence = state.trainerWorks(t, day)
                    ? 0
                    : repair.cadre.pencePerDay[t] + (internal && !internalAsked ? KEEP_INTERNAL_PENCE : 0);
            if (pence < bestPence && positionOf(session, t) == NOBODY && state.isTrainerFree(t, module, session)) {
                best = t;
                bestPence = pence;
            }
        }
        return best;
    }

    /** A trainer who hands over to others what keeps them from a session; -1: there is none. */
    private int relieved(int session, boolean internalAsked) {
        int module = state.moduleOf(session);
        int day = repair.estate.dayOf(session);
        for (int t : repair.cadre.able[module * repair.calendar.days + day]) {
            if ((!internalAsked || repair.cadre.internal[t])
                    && state.trainerWorks(t, day)
                    && positionOf(session, t) == NOBODY
                    && relieve(t, day, session)) {
                return t;
            }
        }
        return NOBODY;
    }

    private boolean relieve(int trainer, int day, int session) {
        int n = state.trainerSessions(trainer, day);
        int[] sessions = new int[n];
        for (int i = 0; i < n; i++) {
            sessions[i] = state.trainerSession(trainer, day, i);
        }
        int[] positions = new int[n];
        int handedOver = 0;
        boolean done = true;
        for (int i = 0; i < n && done; i++) {
            if (isInTheWay(sessions[i], session)) {
                positions[i] = positionOf(sessions[i], trainer);
                int module = state.moduleOf(sessions[i]);
                boolean internalAsked = repair.cadre.internal[trainer]
                        && internalsOf(sessions[i]) <= repair.curriculum.internals[module];
                int other = cheapest(sessions[i], trainer, internalAsked);
                done = other != NOBODY;
                if (done) {
                    state.setTrainer(sessions[i], positions[i], other);
                    handedOver |= 1 << i;
                }
            }
        }
        if (done && state.isTrainerFree(trainer, state.moduleOf(session), session)) {
            return true;
        }
        for (int i = 0; i < n; i++) {
            if ((handedOver >> i & 1) != 0) {
                state.setTrainer(sessions[i], positions[i], trainer);
            }
        }
        return false;
    }

    private boolean isInTheWay(int other, int session) {
        int venue = state.venueOf(session);
        int otherVenue = state.venueOf(other);
        return (state.sessionMask(other) & state.sessionMask(session)) != 0
                || (venue >= 0 && otherVenue >= 0 && venue != otherVenue);
    }

    private boolean isAble(int trainer, int session) {
        return repair.cadre.accredited[trainer * repair.curriculum.modules + state.moduleOf(session)]
                && repair.cadre.available[trainer * repair.calendar.days + repair.estate.dayOf(session)];
    }

    private int internalsOf(int session) {
        int internals = 0;
        for (int k = 0; k < repair.curriculum.maxTrainers; k++) {
            int trainer = state.trainerAt(session, k);
            internals += trainer != NOBODY && repair.cadre.internal[trainer] ? 1 : 0;
        }
        return internals;
    }

    private int positionOf(int session, int trainer) {
        for (int k = 0; k < repair.curriculum.maxTrainers; k++) {
            if (state.trainerAt(session, k) == trainer) {
                return k;
            }
        }
        return NOBODY;
    }
}
