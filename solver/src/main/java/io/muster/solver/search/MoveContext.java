package io.muster.solver.search;

import io.muster.solver.problem.Calendar;
import io.muster.solver.problem.Curriculum;
import io.muster.solver.problem.Estate;
import io.muster.solver.problem.Problem;
import io.muster.solver.problem.Requirements;
import io.muster.solver.problem.Workforce;
import io.muster.solver.state.PlanState;
import java.util.SplittableRandom;

/** What all kinds of move share: the plan, the dice, the changes tried so far, and the ways to pick and to place. */
final class MoveContext {

    /** Most bookings of one staff member and day a move deals with. */
    static final int MOST_ITEMS = 8;

    private static final int PICKS = 20;

    final PlanState state;
    /** What may be changed. */
    Part part;

    final SplittableRandom random;
    final Trial trial;
    final Problem problem;
    final Calendar calendar;
    final Curriculum curriculum;
    final Workforce workforce;
    final Requirements requirements;
    final Estate estate;

    private long shortfallBefore;
    private long costBefore;
    private long patience;

    MoveContext(PlanState state, Part part, SplittableRandom random) {
        this.state = state;
        this.part = part;
        this.random = random;
        trial = new Trial(state);
        problem = state.problem();
        calendar = problem.calendar;
        curriculum = problem.curriculum;
        workforce = problem.workforce;
        requirements = problem.requirements;
        estate = problem.estate;
    }

    /** Goes on with another part of the plan. */
    void take(Part other) {
        part = other;
    }

    /** Whether there is anything to move at all. */
    boolean canMove() {
        return requirements.count > 0 && part.days.length > 0;
    }

    /** Begins a move that may make the plan dearer by some pence. */
    void begin(long pence) {
        patience = pence;
        shortfallBefore = state.shortfall();
        costBefore = state.cost().total();
    }

    /** Whether a loss of some pence, and no gain of coverage, would be refused. */
    boolean isTooDear(long pence) {
        return pence > patience;
    }

    /** Whether the plan as changed covers more, or as much at a price that is borne with. */
    boolean isWorthIt() {
        long shortfall = state.shortfall();
        return !trial.isEmpty()
                && (shortfall < shortfallBefore
                        || (shortfall == shortfallBefore
                                && !isTooDear(state.cost().total() - costBefore)));
    }

    /** Whether a requirement may not move by itself: booked with its cohort, or not in this part of the plan. */
    boolean isFixed(int r) {
        return !part.mayMove(r) || problem.baseline.isPinned[r] || problem.isTogether(r);
    }

    /** Whether a requirement may be booked at a place, as {@link PlanState#canPlace}, in this part of the plan. */
    boolean canPlace(int r, int session) {
        return part.mayBook(r, estate.dayOf(session)) && state.canPlace(r, session);
    }

    /** A random unbooked requirement that may be booked alone; -1: none found. */
    int randomUnbooked() {
        int unbooked = state.unbookedCount();
        if (unbooked == 0) {
            return -1;
        }
        int r = state.unbooked(random.nextInt(unbooked));
        return isFixed(r) || requirements.blocked[r] ? -1 : r;
    }

    /** A random booked requirement that may move alone; -1: none found. */
    int randomBooked() {
        for (int i = 0; i < PICKS; i++) {
            int r = random.nextInt(requirements.count);
            if (state.isBooked(r) && !isFixed(r)) {
                return r;
            }
        }
        return -1;
    }

    /** A random running session with a room or virtual; -1: none found. */
    int randomRunning() {
        for (int i = 0; i < PICKS && estate.digitalBase > 0; i++) {
            int session = estate.sessionAt(random.nextInt(estate.rooms), randomDay(), random.nextInt(calendar.slots));
            if (state.countOf(session) > 0) {
                return session;
            }
        }
        return -1;
    }

    /** A random running session (or digital place) for a requirement, on a day it might be booked; -1: none found. */
    int randomSession(int r) {
        for (int i = 0; i < PICKS; i++) {
            int d = randomDay();
            int session = part.mayBook(r, d) ? randomSessionOn(r, d) : -1;
            if (session >= 0) {
                return session;
            }
        }
        return -1;
    }

    /** A random day of this part of the plan. */
    int randomDay() {
        return part.days[random.nextInt(part.days.length)];
    }

    /** A random running session (or digital place) for a requirement on a day; -1: none, or not available. */
    int randomSessionOn(int r, int d) {
        int module = requirements.moduleOf[r];
        int slot = curriculum.slots[module] == 2 ? 0 : random.nextInt(calendar.slots);
        int mask = curriculum.slotMask(module, slot);
        int bits = workforce.dayBits[requirements.staffOf[r] * calendar.days + d];
        if ((bits & mask) != mask) {
            return -1;
        }
        if (curriculum.isDigital(module)) {
            return estate.digitalSession(module, d, slot);
        }
        int n = state.openCount(module, d, slot);
        return n == 0 ? -1 : state.openAt(module, d, slot, random.nextInt(n));
    }

    /** Whether a staff member could train on a day on which they do not yet: available, and the team can spare them. */
    boolean mayCome(int p, int d, int mask) {
        int bits = workforce.dayBits[p * calendar.days + d];
        return (bits & mask) == mask
                && ((bits & Workforce.ON_DUTY) == 0 || state.headroom(workforce.teamOn(p, d), d) > 0);
    }

    boolean hasSeat(int session) {
        return estate.isDigital(session) || state.hasSeat(session);
    }

    /** Books a requirement where it has a seat and may be placed. */
    boolean bookIn(int r, int session) {
        if (!hasSeat(session) || !canPlace(r, session)) {
            return false;
        }
        trial.book(r, session);
        return true;
    }

    /** Books a requirement on a day in the first slot and session that has a seat and lets it stand. */
    boolean bookOn(int r, int d) {
        if (!part.mayBook(r, d)) {
            return false;
        }
        int module = requirements.moduleOf[r];
        for (int slot = 0; slot < calendar.slots; slot++) {
            if (curriculum.isDigital(module)) {
                if (bookIn(r, estate.digitalSession(module, d, slot))) {
                    return true;
                }
                continue;
            }
            for (int i = 0; i < state.openCount(module, d, slot); i++) {
                if (bookIn(r, state.openAt(module, d, slot, i))) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Notes a staff member's bookings of a day; -1 when one of them may not move alone. */
    int itemsOn(int p, int d, int[] items) {
        int n = 0;
        for (int r = requirements.firstOf[p]; r < requirements.firstOf[p + 1]; r++) {
            if (state.isBooked(r) && state.dayOf(r) == d) {
                if (isFixed(r) || n == items.length) {
                    return -1;
                }
                items[n++] = r;
            }
        }
        return n;
    }

    /** Notes a staff member's bookings of a day that are in a session, not digital; -1 when one may not move alone. */
    int sessionItemsOn(int p, int d, int[] items) {
        int n = itemsOn(p, d, items);
        int kept = 0;
        for (int i = 0; i < n; i++) {
            if (!estate.isDigital(state.sessionOf(items[i]))) {
                items[kept++] = items[i];
            }
        }
        return n < 0 ? -1 : kept;
    }

    /** Unbooks the first {@code n} of some items of one day, in an order in which each may be unbooked. */
    boolean takeOut(int[] items, int n) {
        int taken = 0;
        boolean progress = true;
        while (taken < n && progress) {
            progress = false;
            for (int i = 0; i < n; i++) {
                if (state.isBooked(items[i]) && state.canUnbook(items[i])) {
                    trial.unbook(items[i]);
                    taken++;
                    progress = true;
                }
            }
        }
        return taken == n;
    }

    /** Unbooks the first {@code n} of some items of one day that are booked anew in the same move. */
    boolean leave(int[] items, int n) {
        for (int i = 0; i < n; i++) {
            if (!state.canLeave(items[i])) {
                return false;
            }
            trial.unbook(items[i]);
        }
        return true;
    }

    /** Whether the person of a requirement may travel to a session's room and use it. */
    boolean reaches(int r, int session) {
        int p = requirements.staffOf[r];
        int room = estate.roomOf(session);
        return estate.reaches(workforce.teamOn(p, estate.dayOf(session)), room)
                && estate.meetsNeeds[workforce.needsOf[p] * estate.rooms + room];
    }

    /** Price of a staff member's journey to a session. */
    long travel(int p, int session) {
        int venue = state.venueOf(session);
        return venue < 0 ? 0 : estate.travelPence[workforce.teamOn(p, estate.dayOf(session)) * estate.venues + venue];
    }
}
