package io.muster.solver.search;

/** A session with few bookings is emptied into free seats elsewhere, so that it need not run. */
final class EvacuateMove implements MoveKind {

    private static final int SESSIONS_COMPARED = 12;
    private static final int MOST_PEOPLE = 12;
    private static final int PLACES_TRIED = 60;

    private final MoveContext context;
    private final int[] leaving = new int[MOST_PEOPLE];

    EvacuateMove(MoveContext context) {
        this.context = context;
    }

    @Override
    public String label() {
        return "evacuate";
    }

    @Override
    public boolean attempt() {
        int smallest = -1;
        for (int i = 0; i < SESSIONS_COMPARED; i++) {
            int session = context.randomRunning();
            if (session >= 0 && (smallest < 0 || context.state.countOf(session) < context.state.countOf(smallest))) {
                smallest = session;
            }
        }
        if (smallest < 0 || context.state.countOf(smallest) > MOST_PEOPLE) {
            return false;
        }
        int n = context.state.countOf(smallest);
        for (int i = 0; i < n; i++) {
            leaving[i] = context.state.attendee(smallest, i);
        }
        for (int i = 0; i < n; i++) {
            int r = leaving[i];
            if (context.isFixed(r) || !context.state.canLeave(r)) {
                return false;
            }
            context.trial.unbook(r);
            if (!placeElsewhere(r, smallest)) {
                return false;
            }
        }
        return true;
    }

    private boolean placeElsewhere(int r, int left) {
        for (int i = 0; i < PLACES_TRIED; i++) {
            int session = context.randomSession(r);
            if (session >= 0 && session != left && context.bookIn(r, session)) {
                return true;
            }
        }
        return false;
    }
}
