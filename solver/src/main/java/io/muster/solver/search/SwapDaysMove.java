package io.muster.solver.search;

/**
 * Two people who train in the same modules change places for a day: each takes the sessions of the other. Of some people
 * in a random other session the one is taken with whom both together travel least.
 */
final class SwapDaysMove implements MoveKind {

    private static final int SESSIONS_TRIED = 6;
    private static final int PARTNERS_COMPARED = 10;
    /** Pence by which mix, priority and trajectory may make up for a longer journey: hardly ever more. */
    private static final long SIDE_EFFECTS = 2_000;

    private final MoveContext context;
    private final int[] mine = new int[MoveContext.MOST_ITEMS];
    private final int[] theirs = new int[MoveContext.MOST_ITEMS];
    private final int[] mySessions = new int[MoveContext.MOST_ITEMS];
    private final int[] theirSessions = new int[MoveContext.MOST_ITEMS];

    SwapDaysMove(MoveContext context) {
        this.context = context;
    }

    @Override
    public String label() {
        return "swap days";
    }

    @Override
    public boolean attempt() {
        int r = context.randomBooked();
        if (r < 0 || context.estate.isDigital(context.state.sessionOf(r))) {
            return false;
        }
        int p = context.requirements.staffOf[r];
        int day = context.state.dayOf(r);
        int n = context.sessionItemsOn(p, day, mine);
        if (n <= 0) {
            return false;
        }
        for (int i = 0; i < SESSIONS_TRIED; i++) {
            boolean sameDay = context.random.nextBoolean();
            int session = sameDay ? context.randomSessionOn(r, day) : context.randomSession(r);
            if (session >= 0 && session != context.state.sessionOf(r)) {
                int d = context.estate.dayOf(session);
                int other = d == day || context.mayCome(p, d, 0) ? partner(r, p, day, n, session) : -1;
                if (other >= 0) {
                    return swap(n, context.requirements.staffOf[other], d);
                }
            }
        }
        return false;
    }

    private int partner(int r, int p, int day, int n, int session) {
        int from = context.state.sessionOf(r);
        int d = context.estate.dayOf(session);
        int count = context.state.countOf(session);
        int start = context.random.nextInt(count);
        int best = -1;
        long bestTravel = Long.MAX_VALUE;
        for (int i = 0; i < Math.min(count, PARTNERS_COMPARED); i++) {
            int other = context.state.attendee(session, (start + i) % count);
            int q = context.requirements.staffOf[other];
            if (p == q
                    || (d != day && !context.mayCome(q, day, 0))
                    || !hasSameModules(q, d, n)
                    || !bothAlone(p, day, q, d)) {
                continue;
            }
            long travel = context.travel(p, session)
                    - context.travel(p, from)
                    + context.travel(q, from)
                    - context.travel(q, session);
            if (travel < bestTravel) {
                best = other;
                bestTravel = travel;
            }
        }
        return best >= 0 && context.isTooDear(bestTravel - SIDE_EFFECTS) ? -1 : best;
    }

    /** On different days, digital learning left behind would cost a day of its own. */
    private boolean bothAlone(int p, int day, int q, int d) {
        return d == day || (sessionItemsOnly(p, day) && sessionItemsOnly(q, d));
    }

    private boolean sessionItemsOnly(int p, int d) {
        for (int r = context.requirements.firstOf[p]; r < context.requirements.firstOf[p + 1]; r++) {
            if (context.state.isBooked(r)
                    && context.state.dayOf(r) == d
                    && context.estate.isDigital(context.state.sessionOf(r))) {
                return false;
            }
        }
        return true;
    }

    private boolean hasSameModules(int q, int d, int n) {
        int modules = context.curriculum.modules;
        int mask = 0;
        for (int i = 0; i < n; i++) {
            int other = context.requirements.at[q * modules + context.requirements.moduleOf[mine[i]]];
            if (other < 0 || !context.state.isBooked(other) || context.state.dayOf(other) != d) {
                return false;
            }
            mask |= context.state.maskOf(other);
        }
        // Whatever else there is must be digital: the swap itself looks closer.
        return n == context.calendar.slots
                || context.state.maskOn(q, d) == mask
                || context.sessionItemsOn(q, d, theirs) == n;
    }

    private boolean swap(int n, int q, int d) {
        if (context.sessionItemsOn(q, d, theirs) != n) {
            return false;
        }
        for (int i = 0; i < n; i++) {
            if (context.requirements.moduleOf[mine[i]] != context.requirements.moduleOf[theirs[i]]) {
                return false;
            }
            mySessions[i] = context.state.sessionOf(mine[i]);
            theirSessions[i] = context.state.sessionOf(theirs[i]);
        }
        return context.leave(mine, n)
                && context.leave(theirs, n)
                && bookAll(mine, theirSessions, n)
                && bookAll(theirs, mySessions, n);
    }

    private boolean bookAll(int[] items, int[] sessions, int n) {
        for (int i = 0; i < n; i++) {
            // The session may stand empty for a moment: everybody who left it comes back as another.
            if (!context.canPlace(items[i], sessions[i])) {
                return false;
            }
            context.trial.book(items[i], sessions[i]);
        }
        return true;
    }
}
