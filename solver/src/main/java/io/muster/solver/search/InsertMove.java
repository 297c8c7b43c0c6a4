package io.muster.solver.search;

/** Books an unbooked requirement: in a free seat, or where an attendee or a team-mate makes way and is placed anew. */
final class InsertMove implements MoveKind {

    private static final int PLACES_TRIED = 30;

    private final MoveContext context;
    private final int[] items = new int[MoveContext.MOST_ITEMS];

    InsertMove(MoveContext context) {
        this.context = context;
    }

    @Override
    public String label() {
        return "insert";
    }

    @Override
    public boolean attempt() {
        int unbooked = context.state.unbookedCount();
        if (unbooked == 0) {
            return false;
        }
        int r = context.state.unbooked(context.random.nextInt(unbooked));
        if (context.isTogether(r) || context.requirements.blocked[r]) {
            return false;
        }
        int session = context.randomSession(r);
        if (session < 0) {
            return false;
        }
        if (context.state.canPlace(r, session)) {
            return context.bookIn(r, session) || ejectAttendee(r, session);
        }
        return ejectTeamMate(r, session);
    }

    private boolean ejectAttendee(int r, int session) {
        int other = context.state.attendee(session, context.random.nextInt(context.state.countOf(session)));
        if (context.isTogether(other) || !context.state.canUnbook(other)) {
            return false;
        }
        context.trial.unbook(other);
        return context.bookIn(r, session) && placeAnew(other);
    }

    private boolean ejectTeamMate(int r, int session) {
        int p = context.requirements.staffOf[r];
        int d = context.estate.dayOf(session);
        int team = context.workforce.teamOf[p];
        if (context.state.headroom(team, d) > 0 || context.state.maskOn(p, d) != 0) {
            return false;
        }
        int mate = randomMate(team, p, d);
        int n = mate < 0 ? 0 : context.itemsOn(mate, d, items);
        if (n <= 0 || !context.takeOut(items, n) || !context.bookIn(r, session)) {
            return false;
        }
        for (int i = 0; i < n; i++) {
            if (!placeAnew(items[i])) {
                return false;
            }
        }
        return true;
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

    private boolean placeAnew(int r) {
        for (int i = 0; i < PLACES_TRIED; i++) {
            int session = context.randomSession(r);
            if (session >= 0 && context.bookIn(r, session)) {
                return true;
            }
        }
        return false;
    }
}
