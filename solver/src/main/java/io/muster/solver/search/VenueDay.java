package io.muster.solver.search;

import java.util.Arrays;
import java.util.function.IntPredicate;

/** The sessions of a venue on a day, together. */
final class VenueDay {

    private final MoveContext context;
    private final Staffing staffing;
    private int[] sessions = new int[16];

    VenueDay(MoveContext context) {
        this.context = context;
        staffing = new Staffing(context);
    }

    /** How many more half-day sessions a venue's day has in one slot than in the other. */
    int balance(int venue, int d, int slot) {
        int more = 0;
        for (int room = 0; room < context.estate.realRooms; room++) {
            if (context.estate.venueOf[room] == venue) {
                more += context.state.countOf(context.estate.sessionAt(room, d, slot)) > 0 ? 1 : 0;
                more -= context.state.countOf(context.estate.sessionAt(room, d, 1 - slot)) > 0 ? 1 : 0;
            }
        }
        return more;
    }

    /**
     * Looks for a half-day session in a room, in a slot in which its venue's day has more than in the other.
     *
     * @param tries sessions looked at, at most
     * @param also what else is asked of it
     * @return the first found of some at random; -1: none
     */
    int surplus(int tries, IntPredicate also) {
        for (int i = 0; i < tries; i++) {
            int any = context.randomRunning();
            if (any >= 0
                    && context.estate.roomOf(any) < context.estate.realRooms
                    && context.curriculum.slots[context.state.moduleOf(any)] == 1
                    && balance(
                                    context.estate.venueOf[context.estate.roomOf(any)],
                                    context.estate.dayOf(any),
                                    context.estate.slotOf(any))
                            > 0
                    && also.test(any)) {
                return any;
            }
        }
        return -1;
    }

    /**
     * Gives all sessions their trainers anew: each takes who costs least, those who already deliver that day at no price,
     * in random order.
     *
     * @param venue a venue; -1: virtual
     * @param d a day
     * @return whether there were trainers for all
     */
    boolean restaff(int venue, int d) {
        int n = gather(venue, d, session -> true);
        for (int i = 0; i < n; i++) {
            context.trial.unstaff(sessions[i]);
        }
        staffing.drawPrices();
        for (int i = 0; i < n; i++) {
            if (!staffing.fill(sessions[i])) {
                return false;
            }
        }
        return true;
    }

    /** Notes some of the running sessions of a venue's day in random order, for {@link #session}; how many there are. */
    int gather(int venue, int d, IntPredicate which) {
        int n = 0;
        for (int room = 0; room < context.estate.rooms; room++) {
            for (int slot = 0; context.estate.venueOf[room] == venue && slot < context.calendar.slots; slot++) {
                int session = context.estate.sessionAt(room, d, slot);
                if (context.state.countOf(session) > 0 && which.test(session)) {
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

    /** One of the sessions that were noted last. */
    int session(int i) {
        return sessions[i];
    }
}
