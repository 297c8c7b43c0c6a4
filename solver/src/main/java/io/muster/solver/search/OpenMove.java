package io.muster.solver.search;

/** Opens a session for an unbooked requirement, and takes in others that wait for the same module. */
final class OpenMove implements MoveKind {

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
        placer.fill(context.state.sessionOf(r));
        return true;
    }
}
