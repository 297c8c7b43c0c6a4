package io.muster.solver.search;

/** A half-day that stands alone joins another training day of the same person, which saves a whole day of duty. */
final class JoinDaysMove implements MoveKind {

    private final MoveContext context;

    JoinDaysMove(MoveContext context) {
        this.context = context;
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
        int day = context.state.dayOf(r);
        if (context.state.maskOn(p, day) != context.state.maskOf(r) || !context.state.canLeave(r)) {
            return false;
        }
        int first = context.requirements.firstOf[p];
        int n = context.requirements.firstOf[p + 1] - first;
        int start = context.random.nextInt(n);
        context.trial.unbook(r);
        for (int i = 0; i < n; i++) {
            int other = first + (start + i) % n;
            if (other != r && context.state.isBooked(other) && context.bookOn(r, context.state.dayOf(other))) {
                return true;
            }
        }
        return false;
    }
}
