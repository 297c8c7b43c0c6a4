package io.muster.solver.search;

import io.muster.solver.problem.Cadre;

/** Another trainer takes over everything a trainer delivers on a day, preferably one who costs less. */
final class ReplaceTrainerMove implements MoveKind {

    private static final int MOST_SESSIONS = 8;

    private final MoveContext context;
    private final Cadre cadre;
    private final SessionTeam team;
    private final int[] sessions = new int[MOST_SESSIONS];

    ReplaceTrainerMove(MoveContext context) {
        this.context = context;
        cadre = context.problem.cadre;
        team = new SessionTeam(context);
    }

    @Override
    public String label() {
        return "replace trainer";
    }

    @Override
    public boolean attempt() {
        int any = context.randomRunning();
        if (any < 0 || context.curriculum.maxTrainers == 0) {
            return false;
        }
        int old = context.state.trainerAt(any, context.random.nextInt(context.curriculum.maxTrainers));
        if (old < 0) {
            return false;
        }
        int d = context.estate.dayOf(any);
        int n = context.state.trainerSessions(old, d);
        if (n > MOST_SESSIONS) {
            return false;
        }
        for (int i = 0; i < n; i++) {
            sessions[i] = context.state.trainerSession(old, d, i);
        }
        boolean cheaper = context.random.nextInt(4) > 0;
        int start = context.random.nextInt(cadre.trainers);
        for (int i = 0; i < cadre.trainers; i++) {
            int taker = (start + i) % cadre.trainers;
            long price = context.state.trainerWorks(taker, d) ? 0 : cadre.pencePerDay[taker];
            if (taker != old && (!cheaper || price < cadre.pencePerDay[old]) && canTake(taker, old, n)) {
                for (int k = 0; k < n; k++) {
                    hand(sessions[k], old, taker);
                }
                return true;
            }
        }
        return false;
    }

    private boolean canTake(int taker, int old, int n) {
        for (int i = 0; i < n; i++) {
            int session = sessions[i];
            if (!context.state.isTrainerFree(taker, context.state.moduleOf(session), session)
                    || !team.mayReplace(session, old, taker)) {
                return false;
            }
        }
        return true;
    }

    private void hand(int session, int old, int taker) {
        for (int k = 0; k < context.curriculum.maxTrainers; k++) {
            if (context.state.trainerAt(session, k) == old) {
                context.trial.staff(session, k, taker);
            }
        }
    }
}
