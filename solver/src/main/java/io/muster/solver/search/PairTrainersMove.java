package io.muster.solver.search;

import io.muster.solver.problem.Cadre;
import io.muster.solver.state.PlanState;

/**
 * Two trainers who deliver half a day each at one venue, in different slots: one of them takes over from the other, who need
 * not come. Where they are not accredited for that session, a third, who is, hands over their own instead.
 */
final class PairTrainersMove implements MoveKind {

    private final MoveContext context;
    private final PlanState state;
    private final Cadre cadre;
    private final SessionTeam team;
    private final VenueDay venueDay;

    PairTrainersMove(MoveContext context) {
        this.context = context;
        state = context.state;
        cadre = context.problem.cadre;
        team = new SessionTeam(context);
        venueDay = new VenueDay(context);
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
        int n = venueDay.gather(
                context.estate.venueOf[context.estate.roomOf(any)],
                d,
                other -> context.estate.slotOf(other) != context.estate.slotOf(any)
                        && context.curriculum.slots[state.moduleOf(other)] == 1);
        for (int i = 0; i < n; i++) {
            for (int k = 0; k < context.curriculum.maxTrainers; k++) {
                int old = state.trainerAt(venueDay.session(i), k);
                // Internal trainers, who may cost nothing, are freed by each other only: their days are few.
                boolean isWorthIt = old >= 0 && (cadre.internal[taker] || !cadre.internal[old]);
                if (isWorthIt && state.trainerSessions(old, d) == 1 && takeOver(taker, old, i, k, n)) {
                    return true;
                }
            }
        }
        return false;
    }

    private boolean takeOver(int taker, int old, int at, int position, int n) {
        if (team.mayReplace(venueDay.session(at), old, taker)) {
            context.trial.staff(venueDay.session(at), position, taker);
            return true;
        }
        for (int i = 0; i < n; i++) {
            for (int k = 0; k < context.curriculum.maxTrainers && i != at; k++) {
                int third = state.trainerAt(venueDay.session(i), k);
                if (third >= 0
                        && team.mayReplace(venueDay.session(i), third, taker)
                        && team.mayReplace(venueDay.session(at), old, third)) {
                    context.trial.staff(venueDay.session(i), k, taker);
                    context.trial.staff(venueDay.session(at), position, third);
                    return true;
                }
            }
        }
        return false;
    }
}
