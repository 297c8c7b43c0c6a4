package io.muster.solver.search;

import io.muster.solver.state.PlanState;

/**
 * Where a venue's day has more sessions in one slot than in the other, some trainers deliver for half a day only: one of
 * those sessions moves to another day, to a venue that lacks one in a slot. Whoever cannot come on that day changes places
 * with somebody of the module, on any day, who can.
 */
final class ChangeDayMove implements MoveKind {

    private static final int SESSIONS_COMPARED = 10;
    private static final int DAYS_TRIED = 4;
    private static final int SESSIONS_ASKED = 80;
    private static final int NOTHING = -1;

    private final MoveContext context;
    private final PlanState state;
    private final VenueDay venueDay;
    private final Staffing staffing;
    private final LoneHalfDay halfDay;
    private final LoneHalfDay partner;

    ChangeDayMove(MoveContext context) {
        this.context = context;
        state = context.state;
        venueDay = new VenueDay(context);
        staffing = new Staffing(context);
        halfDay = new LoneHalfDay(context);
        partner = new LoneHalfDay(context);
    }

    @Override
    public String label() {
        return "change day";
    }

    @Override
    public boolean attempt() {
        int session = context.calendar.slots == 2 ? venueDay.surplus(SESSIONS_COMPARED, this::mayMostlyGo) : NOTHING;
        int target = session < 0 ? NOTHING : place(session);
        if (target < 0) {
            return false;
        }
        int[] attendees = context.state.attendees(session);
        context.trial.teach(target, state.moduleOf(session));
        context.trial.unstaff(target);
        for (int r : attendees) {
            boolean isGone = halfDay.mayGo(r, context.estate.dayOf(target)) && halfDay.go(r, target);
            if (!isGone && !sendAnother(r, session, target)) {
                return false;
            }
        }
        staffing.drawPrices();
        return staffing.fill(target) && (context.random.nextBoolean() || restaff(session));
    }

    private boolean restaff(int session) {
        return venueDay.restaff(context.estate.venueOf[context.estate.roomOf(session)], context.estate.dayOf(session));
    }

    /** Whether three of four people in a session may go elsewhere. */
    private boolean mayMostlyGo(int session) {
        int lone = 0;
        for (int i = 0; i < state.countOf(session); i++) {
            lone += halfDay.isOne(state.attendee(session, i)) ? 1 : 0;
        }
        return lone * 4 >= state.countOf(session) * 3;
    }

    /** A free place on another day, at a venue that lacks a session in its slot. */
    private int place(int session) {
        int module = state.moduleOf(session);
        int rooms = context.estate.realRooms;
        for (int i = 0; i < DAYS_TRIED; i++) {
            int d = context.randomDay();
            int slot = context.random.nextInt(context.calendar.slots);
            int start = context.random.nextInt(rooms);
            for (int k = 0; k < rooms && d != context.estate.dayOf(session); k++) {
                int room = (start + k) % rooms;
                int place = context.estate.sessionAt(room, d, slot);
                if (state.isFree(place, module)
                        && context.problem.capacity(room, module, d) >= state.countOf(session)
                        && venueDay.balance(context.estate.venueOf[room], d, slot) < 0) {
                    return place;
                }
            }
        }
        return NOTHING;
    }

    /** Sends somebody else of the module to the new session, whose seat the one who cannot come takes. */
    private boolean sendAnother(int r, int session, int target) {
        int d = context.estate.dayOf(target);
        boolean isLone = halfDay.isOne(r);
        for (int i = 0; i < SESSIONS_ASKED; i++) {
            int other = isLone ? context.randomSession(r) : context.randomSessionOn(r, context.estate.dayOf(session));
            if (other < 0
                    || other == session
                    || other == target
                    || (isLone && !halfDay.mayGo(r, context.estate.dayOf(other)))) {
                continue;
            }
            int count = state.countOf(other);
            int start = context.random.nextInt(count);
            for (int seat = 0; seat < count; seat++) {
                int q = state.attendee(other, (start + seat) % count);
                if (partner.mayGo(q, d)) {
                    int mark = context.trial.mark();
                    if (partner.go(q, target) && (isLone ? halfDay.go(r, other) : change(r, other))) {
                        return true;
                    }
                    context.trial.takeBackTo(mark);
                    break;
                }
            }
        }
        return false;
    }

    private boolean change(int r, int session) {
        if (!state.canLeave(r)) {
            return false;
        }
        context.trial.unbook(r);
        return context.bookIn(r, session);
    }
}
