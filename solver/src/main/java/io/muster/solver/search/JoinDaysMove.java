package io.muster.solver.search;

import io.muster.solver.state.PlanState;

/**
 * A half-day that stands alone joins another training day of the same person, which saves a whole day of duty: in a free
 * seat, or in the seat of somebody who comes for that half-day alone (digital learning aside) and goes on the other's day
 * instead. Digital learning makes room for it, and goes to yet another day of training.
 */
final class JoinDaysMove implements MoveKind {

    private static final int PARTNERS_TRIED = 8;
    private static final int SESSIONS_TRIED = 6;
    private static final int PICKS = 12;
    private static final int NOTHING = -1;

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
        int r = randomAlone();
        if (r < 0) {
            return false;
        }
        int p = context.requirements.staffOf[r];
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
            if (other != r && isInSession(other) && joinInstead(r, session, other, p)) {
                return true;
            }
        }
        for (int i = 0; i < n && !context.estate.isDigital(session); i++) {
            int other = first + (start + i) % n;
            if (other != r && isInSession(other) && isAlone(other)) {
                return meet(r, session, other);
            }
        }
        return false;
    }

    /** A random half-day that stands alone; -1: none found. */
    private int randomAlone() {
        for (int i = 0; i < PICKS; i++) {
            int r = context.randomBooked();
            if (r >= 0 && isAlone(r)) {
                return r;
            }
        }
        return NOTHING;
    }

    private boolean isAlone(int r) {
        return state.maskOn(context.requirements.staffOf[r], state.dayOf(r)) == state.maskOf(r)
                && !context.isFixed(r)
                && state.canLeave(r);
    }

    /** Two half-days of one person go to a third day, both in the seats of others. */
    private boolean meet(int r, int left, int other) {
        int p = context.requirements.staffOf[r];
        for (int i = 0; i < SESSIONS_TRIED; i++) {
            int session = context.randomSession(r);
            int d = session < 0 ? NOTHING : context.estate.dayOf(session);
            if (session < 0
                    || session == left
                    || d == state.dayOf(other)
                    || state.maskOn(p, d) != 0
                    || !context.mayCome(p, d, 0)) {
                continue;
            }
            int mark = context.trial.mark();
            if (takeSeat(r, session, left)) {
                int otherLeft = state.sessionOf(other);
                context.trial.unbook(other);
                if (context.bookOn(other, d) || changePlaces(other, otherLeft, r)) {
                    return true;
                }
            }
            context.trial.takeBackTo(mark);
        }
        return false;
    }

    /** Books a requirement in a session, if need be in the seat of somebody who goes where it was before. */
    private boolean takeSeat(int r, int session, int left) {
        if (context.bookIn(r, session)) {
            return true;
        }
        int count = state.countOf(session);
        int start = context.random.nextInt(count);
        for (int seat = 0; seat < count; seat++) {
            int q = state.attendee(session, (start + seat) % count);
            if (partner.mayGo(q, context.estate.dayOf(left))) {
                return swap(r, session, q, left);
            }
        }
        return false;
    }

    private boolean isInSession(int r) {
        return state.isBooked(r) && !context.estate.isDigital(state.sessionOf(r));
    }

    /** Joins another half-day in somebody's seat; digital learning beside it goes to yet another day. */
    private boolean joinInstead(int r, int session, int other, int p) {
        int d = state.dayOf(other);
        int digital = NOTHING;
        for (int q = context.requirements.firstOf[p]; q < context.requirements.firstOf[p + 1]; q++) {
            if (q != other && state.isBooked(q) && state.dayOf(q) == d) {
                if (digital >= 0 || isInSession(q) || context.isFixed(q)) {
                    return false;
                }
                digital = q;
            }
        }
        int mark = context.trial.mark();
        if (digital >= 0) {
            context.trial.unbook(digital);
        }
        if ((context.bookOn(r, d) || changePlaces(r, session, other)) && (digital < 0 || bookBeside(digital, p))) {
            return true;
        }
        context.trial.takeBackTo(mark);
        return false;
    }

    /** Books digital learning on a day on which the person trains anyway. */
    private boolean bookBeside(int digital, int p) {
        for (int q = context.requirements.firstOf[p]; q < context.requirements.firstOf[p + 1]; q++) {
            if (state.isBooked(q) && context.bookOn(digital, state.dayOf(q))) {
                return true;
            }
        }
        return false;
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
