package io.muster.solver.search;

import io.muster.solver.problem.Cadre;
import io.muster.solver.state.PlanState;
import java.util.Arrays;

/**
 * Two trainers who deliver half a day each at one venue, in different slots: one of them takes over from the other, who need
 * not come. Where they are not accredited for that session, a third, who is, hands over their own instead.
 */
final class PairTrainersMove implements MoveKind {

    private final MoveContext context;
    private final PlanState state;
    private final Cadre cadre;
    private final SessionTeam team;
    private int[] sessions = new int[16];

    PairTrainersMove(MoveContext context) {
        this.context = context;
        state = context.state;
        cadre = context.problem.cadre;
        team = new SessionTeam(context);
    }

    @Override
    public String label() {
        return "pair trainers";
    }

    @Override
    public boolean attempt() {
        int any = context.calendar.slots == 2 && context.curriculum.maxTrainers > 0 ? context.randomRunning() : -1;
        if (any < 0
                || context.estate.roomOf(any) >= context.estate.realRooms
                || context.curriculum.slots[state.moduleOf(any)] != 1) {
            return false;
        }
        int taker = state.trainerAt(any, context.random.nextInt(context.curriculum.maxTrainers));
        int d = context.estate.dayOf(any);
        if (taker < 0 || state.trainerSessions(taker, d) != 1) {
            return false;
        }
        int n = gather(context.estate.venueOf[context.estate.roomOf(any)], d, 1 - context.estate.slotOf(any));
        for (int i = 0; i < n; i++) {
            for (int k = 0; k < context.curriculum.maxTrainers; k++) {
                int old = state.trainerAt(sessions[i], k);
                // Internal trainers, who may cost nothing, are freed by each other only: their days are few.
                boolean isWorthIt = old >= 0 && (cadre.internal[taker] || !cadre.internal[old]);
                if (isWorthIt && state.trainerSessions(old, d) == 1 && takeOver(taker, old, i, k, n)) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Notes the half-day sessions of a venue, day and slot in random order. */
    private int gather(int venue, int d, int slot) {
        int n = 0;
        for (int room = 0; room < context.estate.realRooms; room++) {
            int session = context.estate.sessionAt(room, d, slot);
            if (context.estate.venueOf[room] == venue
                    && state.countOf(session) > 0
                    && context.curriculum.slots[state.moduleOf(session)] == 1) {
                if (n == sessions.length) {
                    sessions = Arrays.copyOf(sessions, n * 2);
                }
                int at = context.random.nextInt(n + 1);
                sessions[n++] = sessions[at];
                sessions[at] = session;
            }
        }
        return n;
    }

    private boolean takeOver(int taker, int old, int session, int position, int n) {
        if (team.mayReplace(sessions[session], old, taker)) {
            context.trial.staff(sessions[session], position, taker);
            return true;
        }
        for (int i = 0; i < n; i++) {
            for (int k = 0; k < context.curriculum.maxTrainers && i != session; k++) {
                int third = state.trainerAt(sessions[i], k);
                if (third >= 0
                        && team.mayReplace(sessions[i], third, taker)
                        && team.mayReplace(sessions[session], old, third)) {
                    context.trial.staff(sessions[i], k, taker);
                    context.trial.staff(sessions[session], position, third);
                    return true;
                }
            }
        }
        return false;
    }
}
