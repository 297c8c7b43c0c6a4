package io.muster.solver.search;

import io.muster.solver.state.PlanState;

/**
 * A half-day session moves to the other slot of its day, where its own venue or another has a trainer's half-day to
 * spare; whoever has digital learning in that slot swaps the two. Whoever cannot come changes places with somebody who
 * can, and is in another session of the module at that time. Fills the half-used days of trainers and rooms.
 */
final class FlipClassMove implements MoveKind {

    private static final int SESSIONS_COMPARED = 6;
    private static final int NOTHING = -1;

    private final MoveContext context;
    private final PlanState state;
    private final VenueDay venueDay;

    FlipClassMove(MoveContext context) {
        this.context = context;
        state = context.state;
        venueDay = new VenueDay(context);
    }

    @Override
    public String label() {
        return "flip class";
    }

    @Override
    public boolean attempt() {
        int session = context.calendar.slots == 2 ? venueDay.surplus(SESSIONS_COMPARED, any -> true) : NOTHING;
        int target = session < 0 ? NOTHING : findPlace(session);
        if (target < 0) {
            return false;
        }
        int module = state.moduleOf(session);
        int[] attendees = context.state.attendees(session);
        for (int r : attendees) {
            if (context.isFixed(r)) {
                return false;
            }
        }
        context.trial.teach(target, module);
        context.trial.unstaff(target);
        for (int r : attendees) {
            if (!flip(r, target) && !sendAnother(r, session, target)) {
                return false;
            }
        }
        int d = context.estate.dayOf(session);
        int from = context.estate.venueOf[context.estate.roomOf(session)];
        int to = context.estate.venueOf[context.estate.roomOf(target)];
        return venueDay.restaff(from, d) && (from == to || venueDay.restaff(to, d));
    }

    /** A free place in the other slot of the day, at the venue itself or where sessions of that slot are lacking. */
    private int findPlace(int session) {
        int module = state.moduleOf(session);
        int d = context.estate.dayOf(session);
        int slot = 1 - context.estate.slotOf(session);
        int own = context.estate.venueOf[context.estate.roomOf(session)];
        int start = context.random.nextInt(context.estate.realRooms);
        for (int i = 0; i < context.estate.realRooms; i++) {
            int room = (start + i) % context.estate.realRooms;
            int place = context.estate.sessionAt(room, d, slot);
            int venue = context.estate.venueOf[room];
            if (state.isFree(place, module)
                    && context.problem.capacity(room, module, context.estate.dayOf(place)) >= state.countOf(session)
                    && (venue == own || venueDay.balance(venue, d, slot) < 0)) {
                return place;
            }
        }
        return NOTHING;
    }

    /** Moves a booking to the other slot; digital learning in that slot takes its place. */
    private boolean flip(int r, int target) {
        int d = context.estate.dayOf(target);
        int slot = context.estate.slotOf(target);
        int p = context.requirements.staffOf[r];
        int digital = NOTHING;
        for (int q = context.requirements.firstOf[p]; q < context.requirements.firstOf[p + 1]; q++) {
            if (q != r && state.isBooked(q) && state.dayOf(q) == d && (state.maskOf(q) >> slot & 1) != 0) {
                if (!context.estate.isDigital(state.sessionOf(q)) || context.isFixed(q)) {
                    return false;
                }
                digital = q;
            }
        }
        int mark = context.trial.mark();
        context.trial.unbook(r);
        if (digital >= 0) {
            context.trial.unbook(digital);
        }
        boolean isBooked = context.bookIn(r, target);
        if (digital >= 0) {
            int module = context.requirements.moduleOf[digital];
            // One of the two may have to come before the other.
            int place = context.estate.digitalSession(module, d, 1 - slot);
            isBooked = context.bookIn(digital, place) && (isBooked || context.bookIn(r, target));
        }
        if (!isBooked) {
            context.trial.takeBackTo(mark);
        }
        return isBooked;
    }

    /** Flips somebody else of the module and time, whose seat the one who cannot flip takes. */
    private boolean sendAnother(int r, int session, int target) {
        int module = state.moduleOf(session);
        int d = context.estate.dayOf(session);
        int slot = context.estate.slotOf(session);
        int open = state.openCount(module, d, slot);
        int start = context.random.nextInt(open);
        for (int i = 0; i < open; i++) {
            int other = state.openAt(module, d, slot, (start + i) % open);
            if (other == session || !context.reaches(r, other)) {
                continue;
            }
            for (int seat = 0; seat < state.countOf(other); seat++) {
                int q = state.attendee(other, seat);
                if (context.isFixed(q) || !context.reaches(q, target)) {
                    continue;
                }
                int mark = context.trial.mark();
                if (flip(q, target)) {
                    context.trial.unbook(r);
                    if (context.bookIn(r, other)) {
                        return true;
                    }
                    context.trial.takeBackTo(mark);
                    // Nobody else's seat there would do: it is the place that does not suit.
                    break;
                }
            }
        }
        return false;
    }
}
