package io.muster.solver.search;

import java.util.Arrays;

/**
 * All sessions of a venue's day get their trainers anew: each takes who costs least, those who already deliver that day
 * at no price, and some luck in who is asked first. Pairs up half-used days of trainers.
 */
final class RestaffMove implements MoveKind {

    private final MoveContext context;
    private final Staffing staffing;
    private int[] sessions = new int[16];

    RestaffMove(MoveContext context) {
        this.context = context;
        staffing = new Staffing(context);
    }

    @Override
    public String label() {
        return "restaff";
    }

    @Override
    public boolean attempt() {
        int any = context.randomRunning();
        if (any < 0 || context.curriculum.maxTrainers == 0) {
            return false;
        }
        int d = context.estate.dayOf(any);
        int n = gather(context.estate.venueOf[context.estate.roomOf(any)], d);
        for (int i = 0; i < n; i++) {
            staffing.clear(sessions[i]);
        }
        staffing.drawPrices();
        for (int i = 0; i < n; i++) {
            if (!staffing.fill(sessions[i])) {
                return false;
            }
        }
        return true;
    }

    /** Notes the running sessions of a venue's day in random order. */
    private int gather(int venue, int d) {
        int n = 0;
        for (int room = 0; room < context.estate.rooms; room++) {
            for (int slot = 0; context.estate.venueOf[room] == venue && slot < context.calendar.slots; slot++) {
                int session = context.estate.sessionAt(room, d, slot);
                if (context.state.countOf(session) > 0) {
                    if (n == sessions.length) {
                        sessions = Arrays.copyOf(sessions, n * 2);
                    }
                    int at = context.random.nextInt(n + 1);
                    sessions[n++] = sessions[at];
                    sessions[at] = session;
                }
            }
        }
        return n;
    }
}
