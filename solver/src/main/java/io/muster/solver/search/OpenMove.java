package io.muster.solver.search;

/** Opens a session for an unbooked requirement, and takes in others that wait for the same module. */
final class OpenMove implements MoveKind {

    private static final int OTHERS_ASKED = 40;

    private final MoveContext context;
    private final Placer placer;

    OpenMove(MoveContext context) {
        this.context = context;
        placer = new Placer(context);
    }

    @Override
    public String label() {
        return "open";
    }

    @Override
    public boolean attempt() {
        int r = context.randomUnbooked();
        if (r < 0 || !placer.open(r)) {
            return false;
        }
        int session = context.state.sessionOf(r);
        for (int i = 0; i < OTHERS_ASKED && context.state.unbookedCount() > 0; i++) {
            int other = context.randomUnbooked();
            if (other >= 0 && context.requirements.moduleOf[other] == context.requirements.moduleOf[r]) {
                context.bookIn(other, session);
            }
        }
        return true;
    }
}
