package io.muster.solver.search;

/**
 * Books an unbooked requirement: in a free seat, or where an attendee or a team-mate makes way, who is placed anew where
 * that can be. Never covers less than before.
 */
final class InsertMove implements MoveKind {

    private final MoveContext context;
    private final Placer placer;
    private final int[] items = new int[MoveContext.MOST_ITEMS];

    InsertMove(MoveContext context) {
        this.context = context;
        placer = new Placer(context);
    }

    @Override
    public String label() {
        return "insert";
    }

    @Override
    public boolean attempt() {
        int r = context.randomUnbooked();
        int session = r < 0 ? -1 : context.randomSession(r);
        if (session < 0) {
            return false;
        }
        if (context.canPlace(r, session)) {
            return context.bookIn(r, session) || ejectAttendee(r, session);
        }
        return ejectTeamMate(r, session);
    }

    private boolean ejectAttendee(int r, int session) {
        int other = context.state.attendee(session, context.random.nextInt(context.state.countOf(session)));
        if (context.isFixed(other) || !context.state.canUnbook(other)) {
            return false;
        }
        long before = context.state.shortfall();
        context.trial.unbook(other);
        if (!context.bookIn(r, session)) {
            return false;
        }
        placer.placeAnywhere(other);
        return context.state.shortfall() <= before;
    }

    private boolean ejectTeamMate(int r, int session) {
        int p = context.requirements.staffOf[r];
        int d = context.estate.dayOf(session);
        int team = context.workforce.teamOn(p, d);
        if (context.state.headroom(team, d) > 0 || context.state.maskOn(p, d) != 0) {
            return false;
        }
        int mate = randomMate(team, p, d);
        long before = context.state.shortfall();
        int n = mate < 0 ? 0 : context.itemsOn(mate, d, items);
        if (n <= 0 || !context.takeOut(items, n) || !context.bookIn(r, session)) {
            return false;
        }
        for (int i = 0; i < n; i++) {
            placer.placeAnywhere(items[i]);
        }
        return context.state.shortfall() <= before;
    }

    private int randomMate(int team, int p, int d) {
        int[] members = context.workforce.membersOf[team];
        int start = context.random.nextInt(members.length);
        for (int i = 0; i < members.length; i++) {
            int mate = members[(start + i) % members.length];
            if (mate != p && context.state.maskOn(mate, d) != 0) {
                return mate;
            }
        }
        return -1;
    }
}
