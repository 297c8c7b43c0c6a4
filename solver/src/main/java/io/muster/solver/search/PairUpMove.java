package io.muster.solver.search;

import io.muster.solver.state.PlanState;

/**
 * Where a venue's day has more sessions in one slot than in the other, some trainers deliver for half a day only: one of
 * those sessions moves to a venue that lacks one in that slot, and both venues' days are staffed anew.
 */
final class PairUpMove implements MoveKind {

    private static final int SESSIONS_COMPARED = 10;

    private final MoveContext context;
    private final PlanState state;
    private final Rehousing rehousing;
    private final VenueDay venueDay;

    PairUpMove(MoveContext context) {
        this.context = context;
        state = context.state;
        rehousing = new Rehousing(context);
        venueDay = new VenueDay(context);
    }

    @Override
    public String label() {
        return "pair up";
    }

    @Override
    public boolean attempt() {
        int session = context.calendar.slots == 2 ? venueDay.surplus(SESSIONS_COMPARED, this::isAlone) : -1;
        if (session < 0) {
            return false;
        }
        int d = context.estate.dayOf(session);
        int from = context.estate.roomOf(session);
        int to = counterpart(session);
        return to >= 0
                && rehousing.move(from, to, d, 1 << context.estate.slotOf(session))
                && venueDay.restaff(context.estate.venueOf[from], d)
                && venueDay.restaff(context.estate.venueOf[to], d);
    }

    /** Whether a half-day session has its room for itself. */
    private boolean isAlone(int session) {
        return state.countOf(context.estate.sessionAt(
                        context.estate.roomOf(session),
                        context.estate.dayOf(session),
                        1 - context.estate.slotOf(session)))
                == 0;
    }

    /** A free room at a venue whose day lacks a session of the slot; -1: none. */
    private int counterpart(int session) {
        int d = context.estate.dayOf(session);
        int slot = context.estate.slotOf(session);
        int start = context.random.nextInt(context.estate.realRooms);
        for (int i = 0; i < context.estate.realRooms; i++) {
            int room = (start + i) % context.estate.realRooms;
            int place = context.estate.sessionAt(room, d, slot);
            if (context.estate.venueOf[room] != context.estate.venueOf[context.estate.roomOf(session)]
                    && state.isFree(place, state.moduleOf(session))
                    && context.problem.capacity(room, state.moduleOf(session), d) >= state.countOf(session)
                    && venueDay.balance(context.estate.venueOf[room], d, slot) < 0) {
                return room;
            }
        }
        return -1;
    }
}
