package io.muster.solver.search;

import io.muster.solver.state.PlanState;

/**
 * A half-day in a session with nothing beside it on its day but digital learning: it can go to another day by itself, and
 * takes the digital learning along.
 */
final class LoneHalfDay {

    private final MoveContext context;
    private final PlanState state;
    private final int[] items = new int[MoveContext.MOST_ITEMS];
    private int count;

    LoneHalfDay(MoveContext context) {
        this.context = context;
        state = context.state;
    }

    /** Whether a booked requirement is one, and its person could come on another day. */
    boolean mayGo(int r, int d) {
        int p = context.requirements.staffOf[r];
        return d != state.dayOf(r)
                && !context.estate.isDigital(state.sessionOf(r))
                && context.mayCome(p, d, 0)
                && gather(r, p) > 0;
    }

    /** Whether a booked requirement is one. */
    boolean isOne(int r) {
        return !context.estate.isDigital(state.sessionOf(r)) && gather(r, context.requirements.staffOf[r]) > 0;
    }

    /** Notes what is booked on the day of a requirement; 0 where something else than digital learning is beside it. */
    private int gather(int r, int p) {
        int n = context.itemsOn(p, state.dayOf(r), items);
        for (int k = 0; k < n; k++) {
            if (items[k] != r && !context.estate.isDigital(state.sessionOf(items[k]))) {
                return 0;
            }
        }
        return Math.max(0, n);
    }

    /** Takes a half-day that {@link #mayGo}, and what is beside it, out of its day; call {@link #arrive} next. */
    boolean leave(int r) {
        count = gather(r, context.requirements.staffOf[r]);
        return context.leave(items, count);
    }

    /** Books what {@link #leave} took out: the half-day in a session, and digital learning on the same day. */
    boolean arrive(int r, int session) {
        boolean isBooked = context.bookIn(r, session);
        for (int k = 0; k < count && isBooked; k++) {
            isBooked = items[k] == r || context.bookOn(items[k], context.estate.dayOf(session));
        }
        return isBooked;
    }

    /** Goes to a session with a free seat; nothing has changed where that cannot be. */
    boolean go(int r, int session) {
        int mark = context.trial.mark();
        boolean isDone = leave(r) && arrive(r, session);
        if (!isDone) {
            context.trial.takeBackTo(mark);
        }
        return isDone;
    }
}
