package io.muster.solver.search;

/** A staff member's whole day moves to another day, other slots or another venue where there are free seats. */
final class MoveDayMove implements MoveKind {

    private static final int SESSIONS_TRIED = 40;

    private final MoveContext context;
    private final int[] items = new int[MoveContext.MOST_ITEMS];

    MoveDayMove(MoveContext context) {
        this.context = context;
    }

    @Override
    public String label() {
        return "move day";
    }

    @Override
    public boolean attempt() {
        int any = context.randomBooked();
        if (any < 0) {
            return false;
        }
        int p = context.requirements.staffOf[any];
        int day = context.state.dayOf(any);
        int n = context.itemsOn(p, day, items);
        if (n <= 0) {
            return false;
        }
        int lead = items[context.random.nextInt(n)];
        int session = findSeat(p, day, lead);
        if (session < 0 || !context.leave(items, n) || !context.bookIn(lead, session)) {
            return false;
        }
        for (int i = 0; i < n; i++) {
            if (items[i] != lead && !context.bookOn(items[i], context.estate.dayOf(session))) {
                return false;
            }
        }
        return true;
    }

    private int findSeat(int p, int day, int lead) {
        for (int i = 0; i < SESSIONS_TRIED; i++) {
            int session = context.randomSession(lead);
            if (session < 0) {
                return -1;
            }
            int d = context.estate.dayOf(session);
            if (session != context.state.sessionOf(lead)
                    && context.hasSeat(session)
                    && (d == day || context.mayCome(p, d, 0))) {
                return session;
            }
        }
        return -1;
    }
}
