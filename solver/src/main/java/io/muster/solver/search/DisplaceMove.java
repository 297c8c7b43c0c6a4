package io.muster.solver.search;

/**
 * Books an unbooked requirement at the expense of others, who are placed anew where they can be: of bookings of the same
 * person, or of a whole small session whose room, time or trainers it needs. Never covers less than before.
 */
final class DisplaceMove implements MoveKind {

    private static final int MOST_DISPLACED = 6;

    private final MoveContext context;
    private final Placer placer;
    private final int[] displaced = new int[MOST_DISPLACED];

    DisplaceMove(MoveContext context) {
        this.context = context;
        placer = new Placer(context);
    }

    @Override
    public String label() {
        return "displace";
    }

    @Override
    public boolean attempt() {
        int r = context.randomUnbooked();
        if (r < 0) {
            return false;
        }
        long before = context.state.shortfall();
        int n = context.random.nextBoolean() ? takeOutOwn(r) : takeOutSession();
        if (n == 0 || !placer.placeAnywhere(r)) {
            return false;
        }
        for (int i = n - 1; i >= 0; i--) {
            placer.placeAnywhere(displaced[i]);
        }
        return context.state.shortfall() <= before;
    }

    /** Unbooks one or two random bookings of the same person. */
    private int takeOutOwn(int r) {
        int p = context.requirements.staffOf[r];
        int first = context.requirements.firstOf[p];
        int count = context.requirements.firstOf[p + 1] - first;
        int wanted = 1 + context.random.nextInt(2);
        int n = 0;
        for (int i = 0; i < count && n < wanted; i++) {
            int other = first + context.random.nextInt(count);
            if (context.state.isBooked(other) && !context.isFixed(other) && context.state.canUnbook(other)) {
                context.trial.unbook(other);
                displaced[n++] = other;
            }
        }
        return n;
    }

    /** Unbooks everybody of a random session with few bookings. */
    private int takeOutSession() {
        int session = context.randomRunning();
        int n = session < 0 ? 0 : context.state.countOf(session);
        if (n > MOST_DISPLACED) {
            return 0;
        }
        for (int i = 0; i < n; i++) {
            displaced[i] = context.state.attendee(session, i);
        }
        for (int i = 0; i < n; i++) {
            if (context.isFixed(displaced[i]) || !context.state.canUnbook(displaced[i])) {
                return 0;
            }
            context.trial.unbook(displaced[i]);
        }
        return n;
    }
}
