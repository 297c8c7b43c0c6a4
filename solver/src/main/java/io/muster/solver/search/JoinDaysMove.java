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
        if (context.state.maskOn(p, day) != context.state.maskOf(r) || !context.state.canUnbook(r)) {
            return false;
        }
        int first = context.requirements.firstOf[p];
        int n = context.requirements.firstOf[p + 1] - first;
        int start = context.random.nextInt(n);
        context.trial.unbook(r);
        for (int i = 0; i < n; i++) {
            int other = first + (start + i) % n;
            if (other != r && context.state.isBooked(other) && join(r, other)) {
                return true;
            }
        }
        return false;
    }

    private boolean join(int r, int other) {
        int d = context.state.dayOf(other);
        int module = context.requirements.moduleOf[r];
        for (int slot = 0; slot < context.calendar.slots; slot++) {
            if ((context.state.maskOf(other) >> slot & 1) != 0) {
                continue;
            }
            if (context.curriculum.isDigital(module)) {
                if (context.bookIn(r, context.estate.digitalSession(module, d, slot))) {
                    return true;
                }
                continue;
            }
            for (int i = 0; i < context.state.openCount(module, d, slot); i++) {
                if (context.bookIn(r, context.state.openAt(module, d, slot, i))) {
                    return true;
                }
            }
        }
        return false;
    }
}
