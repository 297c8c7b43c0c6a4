package io.muster.solver.search;

import io.muster.solver.state.PlanState;

/**
 * A half-day session moves to the other slot of its day, at its venue, with new trainers; whoever has digital learning
 * in that slot swaps the two. Fills the half-used days of rooms' and trainers'.
 */
final class FlipClassMove implements MoveKind {

    private static final int NOTHING = -1;

    private final MoveContext context;
    private final PlanState state;
    private final Staffing staffing;
    private int[] attendees = new int[32];
    private int[] digital = new int[32];

    FlipClassMove(MoveContext context) {
        this.context = context;
        state = context.state;
        staffing = new Staffing(context);
    }

    @Override
    public String label() {
        return "flip class";
    }

    @Override
    public boolean attempt() {
        int session = context.calendar.slots == 2 ? context.randomRunning() : NOTHING;
        if (session < 0 || context.curriculum.slots[state.moduleOf(session)] != 1) {
            return false;
        }
        int slot = context.estate.slotOf(session);
        int n = note(session, 1 - slot);
        int target = n == 0 ? NOTHING : findPlace(session, n);
        if (target < 0) {
            return false;
        }
        int module = state.moduleOf(session);
        int d = context.estate.dayOf(session);
        for (int i = 0; i < n; i++) {
            context.trial.unbook(attendees[i]);
            if (digital[i] >= 0) {
                context.trial.unbook(digital[i]);
            }
        }
        context.trial.teach(target, module);
        staffing.clear(target);
        staffing.drawPrices();
        if (!staffing.fill(target)) {
            return false;
        }
        for (int i = 0; i < n; i++) {
            if (!context.bookIn(attendees[i], target)
                    || (digital[i] >= 0
                            && !context.bookIn(
                                    digital[i],
                                    context.estate.digitalSession(
                                            context.requirements.moduleOf[digital[i]], d, slot)))) {
                return false;
            }
        }
        return true;
    }

    /** Notes the attendees and what digital learning they have in the other slot; 0 when one cannot flip. */
    private int note(int session, int otherSlot) {
        int n = state.countOf(session);
        if (n > attendees.length) {
            attendees = new int[n];
            digital = new int[n];
        }
        int d = context.estate.dayOf(session);
        for (int i = 0; i < n; i++) {
            int r = state.attendee(session, i);
            attendees[i] = r;
            digital[i] = NOTHING;
            int p = context.requirements.staffOf[r];
            for (int q = context.requirements.firstOf[p]; q < context.requirements.firstOf[p + 1]; q++) {
                if (q != r && state.isBooked(q) && state.dayOf(q) == d && (state.maskOf(q) >> otherSlot & 1) != 0) {
                    if (!context.estate.isDigital(state.sessionOf(q)) || context.isFixed(q)) {
                        return 0;
                    }
                    digital[i] = q;
                }
            }
        }
        return n;
    }

    private int findPlace(int session, int n) {
        int room = context.estate.roomOf(session);
        int module = state.moduleOf(session);
        int start = context.random.nextInt(context.estate.rooms);
        for (int i = 0; i < context.estate.rooms; i++) {
            int other = (start + i) % context.estate.rooms;
            int place =
                    context.estate.sessionAt(other, context.estate.dayOf(session), 1 - context.estate.slotOf(session));
            if (context.estate.venueOf[other] == context.estate.venueOf[room]
                    && context.problem.capacity(other, module) >= n
                    && state.isFree(place, module)) {
                return place;
            }
        }
        return NOTHING;
    }
}
