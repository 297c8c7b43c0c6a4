package io.muster.solver.search;

import io.muster.solver.state.PlanState;

/**
 * A half-day that stands alone joins another training day of the same person, which saves a whole day of duty: in a free
 * seat, or in the seat of somebody who comes for that half-day alone (digital learning aside) and goes on the other's day
 * instead.
 */
final class JoinDaysMove implements MoveKind {

    private static final int PARTNERS_TRIED = 8;

    private final MoveContext context;
    private final PlanState state;
    private final LoneHalfDay partner;

    JoinDaysMove(MoveContext context) {
        this.context = context;
        state = context.state;
        partner = new LoneHalfDay(context);
    }

    @Override
    public String label() {
        return "join days";
    }

    @Override
    public boolean attempt() {
        int r = context.randomBooked();
        if (r < 0) {
            return false;
        }
        int p = context.requirements.staffOf[r];
        int day = state.dayOf(r);
        if (state.maskOn(p, day) != state.maskOf(r) || !state.canLeave(r)) {
            return false;
        }
        int session = state.sessionOf(r);
        int first = context.requirements.firstOf[p];
        int n = context.requirements.firstOf[p + 1] - first;
        int start = context.random.nextInt(n);
        context.trial.unbook(r);
        for (int i = 0; i < n; i++) {
            int other = first + (start + i) % n;
            if (other != r && state.isBooked(other) && context.bookOn(r, state.dayOf(other))) {
                return true;
            }
        }
        for (int i = 0; i < n && !context.estate.isDigital(session); i++) {
            int other = first + (start + i) % n;
            if (other != r && isAlone(other) && changePlaces(r, session, other)) {
                return true;
            }
        }
        return false;
    }

    private boolean isAlone(int r) {
        return state.isBooked(r)
                && !context.estate.isDigital(state.sessionOf(r))
                && state.maskOn(context.requirements.staffOf[r], state.dayOf(r)) == state.maskOf(r);
    }

    /** Puts a requirement beside another of the same person, in the seat of somebody who goes where it was before. */
    private boolean changePlaces(int r, int left, int other) {
        int d = state.dayOf(other);
        int venue = context.estate.venueOf[context.estate.roomOf(state.sessionOf(other))];
        int module = context.requirements.moduleOf[r];
        int tried = 0;
        for (int slot = 0; slot < context.calendar.slots; slot++) {
            if ((state.maskOf(other) >> slot & 1) != 0) {
                continue;
            }
            for (int i = 0; i < state.openCount(module, d, slot); i++) {
                int session = state.openAt(module, d, slot, i);
                if (context.estate.venueOf[context.estate.roomOf(session)] != venue) {
                    continue;
                }
                int count = state.countOf(session);
                int start = context.random.nextInt(count);
                for (int seat = 0; seat < count && tried < PARTNERS_TRIED; seat++) {
                    int q = state.attendee(session, (start + seat) % count);
                    if (partner.mayGo(q, context.estate.dayOf(left))) {
                        tried++;
                        if (swap(r, session, q, left)) {
                            return true;
                        }
                    }
                }
            }
        }
        return false;
    }

    private boolean swap(int r, int session, int q, int left) {
        int mark = context.trial.mark();
        boolean isDone = partner.leave(q) && context.bookIn(r, session) && partner.arrive(q, left);
        if (!isDone) {
            context.trial.takeBackTo(mark);
        }
        return isDone;
    }
}
