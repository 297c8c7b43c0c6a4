package io.muster.solver.construct;

import io.muster.solver.problem.Curriculum;
import io.muster.solver.problem.Requirements;
import io.muster.solver.problem.Workforce;
import io.muster.solver.state.PlanState;

/**
 * Fills free seats that nobody who waits can come to with people booked for the same module elsewhere, where somebody who
 * waits takes their seats. Coverage never falls, and what is changed is in the journal.
 */
final class Guests {

    private final PlanState state;
    private final Curriculum curriculum;
    private final Workforce workforce;
    private final Requirements requirements;
    private final Reseating reseating;
    private final Journal journal;
    private final WaitingList waiting;

    Guests(PlanState state, Reseating reseating, WaitingList waiting) {
        this.state = state;
        this.reseating = reseating;
        this.waiting = waiting;
        curriculum = state.problem().curriculum;
        workforce = state.problem().workforce;
        requirements = state.problem().requirements;
        journal = reseating.journal();
    }

    /** Fills a session that runs, as far as it goes. */
    void drawIn(int session) {
        int module = state.moduleOf(session);
        if (state.countOf(session) == 0
                || curriculum.byCohort[module]
                || waiting.of(module).isEmpty()) {
            return;
        }
        int days = state.problem().calendar.days;
        int d = state.problem().estate.dayOf(session);
        int mask = state.sessionMask(session);
        for (int p = 0; p < workforce.staff && state.hasSeat(session); p++) {
            int r = requirements.at[p * curriculum.modules + module];
            int bits = workforce.dayBits[p * days + d];
            if (r >= 0
                    && state.isBooked(r)
                    && (bits & mask) == mask
                    && ((state.maskOn(p, d) & mask) == 0 || state.dayOf(r) == d)
                    && state.sessionOf(r) != session
                    && reseating.mayTakeOut(r)) {
                change(r, session);
            }
        }
    }

    /** Moves a booking to a free seat, if somebody takes the one it leaves. */
    private void change(int r, int session) {
        int mark = journal.mark();
        int old = state.sessionOf(r);
        long before = state.shortfall();
        long points = state.hardPoints();
        journal.unbook(r);
        boolean better = false;
        if (state.canPlace(r, session)) {
            journal.book(r, session);
            waiting.fill(old);
            better = state.shortfall() < before && state.hardPoints() <= points;
        }
        if (!better) {
            journal.rollBack(mark);
        }
    }
}
