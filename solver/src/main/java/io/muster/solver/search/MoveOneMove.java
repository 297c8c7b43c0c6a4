package io.muster.solver.search;

/** One booking moves to a free seat in another session of its module. */
final class MoveOneMove implements MoveKind {

    private final MoveContext context;

    MoveOneMove(MoveContext context) {
        this.context = context;
    }

    @Override
    public String label() {
        return "move one";
    }

    @Override
    public boolean attempt() {
        int r = context.randomBooked();
        int session = r < 0 ? -1 : context.randomSession(r);
        if (session < 0
                || session == context.state.sessionOf(r)
                || !context.hasSeat(session)
                || !context.state.canLeave(r)) {
            return false;
        }
        context.trial.unbook(r);
        return context.bookIn(r, session);
    }
}
