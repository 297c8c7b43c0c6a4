package io.muster.solver.search;

import io.muster.solver.problem.Cadre;
import io.muster.solver.problem.Calendar;
import io.muster.solver.problem.Curriculum;
import io.muster.solver.problem.Estate;
import io.muster.solver.problem.Problem;
import io.muster.solver.problem.Requirements;
import io.muster.solver.problem.Workforce;
import io.muster.solver.state.PlanState;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * Makes the moves of the search: only such as keep a valid plan valid, aimed at what a good plan is made of. A move that
 * would break a rule is given up as soon as that shows, and another one is tried.
 */
final class MoveMaker {

    private static final int TRIES = 200;

    private final PlanState state;
    private final Random random;
    private final Trial trial;
    private final Problem problem;
    private final Calendar calendar;
    private final Curriculum curriculum;
    private final Workforce workforce;
    private final Requirements requirements;
    private final Estate estate;
    private final Cadre cadre;
    private final int[] held = new int[8];

    MoveMaker(PlanState state, Random random) {
        this.state = state;
        this.random = random;
        trial = new Trial(state);
        problem = state.problem();
        calendar = problem.calendar;
        curriculum = problem.curriculum;
        workforce = problem.workforce;
        requirements = problem.requirements;
        estate = problem.estate;
        cadre = problem.cadre;
    }

    /**
     * The next move.
     *
     * @return a move; null when none was found in many tries, as when nothing can move at all
     */
    @Nullable
    PlanMove next() {
        if (requirements.count == 0 || calendar.days == 0) {
            return null;
        }
        for (int i = 0; i < TRIES; i++) {
            String kind = tryOne();
            if (kind != null && !trial.isEmpty()) {
                return trial.takeBack(kind);
            }
            trial.takeBack();
        }
        return null;
    }

    private @Nullable String tryOne() {
        int dice = random.nextInt(100);
        if (dice < 10 && state.unbookedCount() > 0) {
            return insert() ? "insert" : null;
        }
        if (dice < 45) {
            return swapDays() ? "swap days" : null;
        }
        if (dice < 75) {
            return moveDay() ? "move day" : null;
        }
        if (dice < 85) {
            return moveOne() ? "move one" : null;
        }
        if (dice < 95) {
            return replaceTrainer() ? "replace trainer" : null;
        }
        return moveClass() ? "move class" : null;
    }

    // ---- People ----------------------------------------------------------------------------------------------------

    /** Books an unbooked requirement: in a free seat, or where a team-mate or an attendee makes way. */
    private boolean insert() {
        int r = state.unbooked(random.nextInt(state.unbookedCount()));
        if (isTogether(r) || requirements.blocked[r] || requirements.lastDay[r] < requirements.firstDay[r]) {
            return false;
        }
        int session = randomSession(r);
        if (session < 0) {
            return false;
        }
        if (state.canPlace(r, session)) {
            if (estate.isDigital(session) || state.hasSeat(session)) {
                trial.book(r, session);
                return true;
            }
            return ejectFromSeat(r, session);
        }
        return makeRoomInTeam(r, session);
    }

    /** Takes an attendee out of a full session, books the requirement there and the attendee elsewhere. */
    private boolean ejectFromSeat(int r, int session) {
        int other = state.attendee(session, random.nextInt(state.countOf(session)));
        if (isTogether(other) || !state.canUnbook(other)) {
            return false;
        }
        trial.unbook(other);
        if (!state.canPlace(r, session)) {
            return false;
        }
        trial.book(r, session);
        return placeAnywhere(other);
    }

    /** Moves a team-mate's day elsewhere where the team's cap alone keeps a requirement out. */
    private boolean makeRoomInTeam(int r, int session) {
        int p = requirements.staffOf[r];
        int d = estate.dayOf(session);
        int team = workforce.teamOf[p];
        if (state.headroom(team, d) > 0 || state.maskOn(p, d) != 0) {
            return false;
        }
        int mate = randomMate(team, p, d);
        if (mate < 0) {
            return false;
        }
        int n = takeDay(mate, d);
        if (n == 0 || !state.canPlace(r, session) || !(estate.isDigital(session) || state.hasSeat(session))) {
            return false;
        }
        trial.book(r, session);
        for (int i = 0; i < n; i++) {
            if (!placeAnywhere(dayItems[i])) {
                return false;
            }
        }
        return true;
    }

    private int randomMate(int team, int p, int d) {
        int[] members = workforce.membersOf[team];
        int start = random.nextInt(members.length);
        for (int i = 0; i < members.length; i++) {
            int mate = members[(start + i) % members.length];
            if (mate != p && state.maskOn(mate, d) != 0) {
                return mate;
            }
        }
        return -1;
    }

    private final int[] dayItems = new int[8];

    /** Unbooks all of a staff member's day, noting it in {@link #dayItems}; 0 when that cannot be. */
    private int takeDay(int p, int d) {
        int n = 0;
        for (int r = requirements.firstOf[p]; r < requirements.firstOf[p + 1]; r++) {
            if (state.isBooked(r) && state.dayOf(r) == d) {
                if (isTogether(r) || n == dayItems.length) {
                    return 0;
                }
                dayItems[n++] = r;
            }
        }
        // Those that come later in the order of modules first, so that nothing depends on what is taken out.
        for (int taken = 0; taken < n; ) {
            boolean progress = false;
            for (int i = 0; i < n; i++) {
                if (state.isBooked(dayItems[i]) && state.canUnbook(dayItems[i])) {
                    trial.unbook(dayItems[i]);
                    taken++;
                    progress = true;
                }
            }
            if (!progress) {
                return 0;
            }
        }
        return n;
    }

    private boolean placeAnywhere(int r) {
        for (int i = 0; i < 12; i++) {
            int session = randomSession(r);
            if (session >= 0 && (estate.isDigital(session) || state.hasSeat(session)) && state.canPlace(r, session)) {
                trial.book(r, session);
                return true;
            }
        }
        return false;
    }

    /** A random running session (or digital place) of a requirement's module within its dates; -1: none found. */
    private int randomSession(int r) {
        int module = requirements.moduleOf[r];
        int p = requirements.staffOf[r];
        int span = requirements.lastDay[r] - requirements.firstDay[r] + 1;
        if (span <= 0) {
            return -1;
        }
        for (int i = 0; i < 8; i++) {
            int d = requirements.firstDay[r] + random.nextInt(span);
            int slot = random.nextInt(calendar.slots);
            int mask = curriculum.slotMask(module, slot);
            if (slot > 0 && curriculum.slots[module] == 2
                    || (workforce.dayBits[p * calendar.days + d] & mask) != mask) {
                continue;
            }
            if (curriculum.isDigital(module)) {
                return estate.digitalSession(module, d, slot);
            }
            int n = state.openCount(module, d, slot);
            if (n > 0) {
                return state.openAt(module, d, slot, random.nextInt(n));
            }
        }
        return -1;
    }

    private boolean isTogether(int r) {
        return curriculum.byCohort[requirements.moduleOf[r]] && workforce.cohortOf[requirements.staffOf[r]] >= 0;
    }

    private int randomBooked() {
        for (int i = 0; i < 20; i++) {
            int r = random.nextInt(requirements.count);
            if (state.isBooked(r) && !isTogether(r)) {
                return r;
            }
        }
        return -1;
    }

    /** Moves one booking to another session of its module. */
    private boolean moveOne() {
        int r = randomBooked();
        if (r < 0 || !state.canUnbook(r)) {
            return false;
        }
        int old = state.sessionOf(r);
        trial.unbook(r);
        int session = randomSession(r);
        if (session < 0
                || session == old
                || !(estate.isDigital(session) || state.hasSeat(session))
                || !state.canPlace(r, session)) {
            return false;
        }
        trial.book(r, session);
        return true;
    }

    /** Moves a staff member's whole day to another day, slots or venue with free seats. */
    private boolean moveDay() {
        int any = randomBooked();
        if (any < 0) {
            return false;
        }
        int p = requirements.staffOf[any];
        int n = takeDay(p, state.dayOf(any));
        if (n == 0) {
            return false;
        }
        System.arraycopy(dayItems, 0, held, 0, n);
        // The item with a session leads; the others follow to the same day.
        int lead = 0;
        for (int i = 0; i < n; i++) {
            if (!curriculum.isDigital(requirements.moduleOf[held[i]])) {
                lead = i;
                if (random.nextBoolean()) {
                    break;
                }
            }
        }
        int session = randomSession(held[lead]);
        if (session < 0 || !bookIn(held[lead], session)) {
            return false;
        }
        for (int i = 0; i < n; i++) {
            if (i != lead && !follow(held[i], session)) {
                return false;
            }
        }
        return true;
    }

    private boolean bookIn(int r, int session) {
        if (!(estate.isDigital(session) || state.hasSeat(session)) || !state.canPlace(r, session)) {
            return false;
        }
        trial.book(r, session);
        return true;
    }

    /** Books a requirement on the day of another session, at its venue. */
    private boolean follow(int r, int session) {
        int d = estate.dayOf(session);
        int module = requirements.moduleOf[r];
        for (int slot = 0; slot < calendar.slots; slot++) {
            if (curriculum.isDigital(module)) {
                if (bookIn(r, estate.digitalSession(module, d, slot))) {
                    return true;
                }
                continue;
            }
            int n = state.openCount(module, d, slot);
            int start = n == 0 ? 0 : random.nextInt(n);
            for (int i = 0; i < n; i++) {
                if (bookIn(r, state.openAt(module, d, slot, (start + i) % n))) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Two people change places for a whole day: each takes the sessions of the other. */
    private boolean swapDays() {
        int r = randomBooked();
        if (r < 0 || estate.isDigital(state.sessionOf(r))) {
            return false;
        }
        int session = randomSession(r);
        if (session < 0 || session == state.sessionOf(r)) {
            return false;
        }
        int other = state.attendee(session, random.nextInt(state.countOf(session)));
        int p = requirements.staffOf[r];
        int q = requirements.staffOf[other];
        int day = state.dayOf(r);
        int otherDay = state.dayOf(other);
        if (p == q || isTogether(other)) {
            return false;
        }
        int n = takeDay(p, day);
        if (n == 0) {
            return false;
        }
        int[] mine = java.util.Arrays.copyOf(dayItems, n);
        int[] mySessions = new int[n];
        int m = takeDay(q, otherDay);
        if (m != n) {
            return false;
        }
        int[] theirs = java.util.Arrays.copyOf(dayItems, n);
        // Only days of the same modules can be exchanged.
        for (int i = 0; i < n; i++) {
            if (requirements.moduleOf[mine[i]] != requirements.moduleOf[theirs[i]]) {
                return false;
            }
        }
        for (int i = 0; i < n; i++) {
            mySessions[i] = trial.sessionBefore(mine[i]);
        }
        for (int i = 0; i < n; i++) {
            int theirSession = trial.sessionBefore(theirs[i]);
            if (!state.canPlace(mine[i], theirSession)) {
                return false;
            }
            trial.book(mine[i], theirSession);
        }
        for (int i = 0; i < n; i++) {
            if (!state.canPlace(theirs[i], mySessions[i])) {
                return false;
            }
            trial.book(theirs[i], mySessions[i]);
        }
        return true;
    }

    // ---- Sessions --------------------------------------------------------------------------------------------------

    private int randomRunning() {
        for (int i = 0; i < 20; i++) {
            int session = random.nextInt(estate.digitalBase);
            if (state.countOf(session) > 0) {
                return session;
            }
        }
        return -1;
    }

    /** Another trainer takes over everything a trainer delivers on a day. */
    private boolean replaceTrainer() {
        int any = estate.digitalBase == 0 ? -1 : randomRunning();
        if (any < 0 || curriculum.maxTrainers == 0) {
            return false;
        }
        int old = state.trainerAt(any, random.nextInt(curriculum.maxTrainers));
        int taker = random.nextInt(cadre.trainers);
        if (old < 0 || old == taker) {
            return false;
        }
        int d = estate.dayOf(any);
        int n = state.trainerSessions(old, d);
        int[] sessions = new int[n];
        for (int i = 0; i < n; i++) {
            sessions[i] = state.trainerSession(old, d, i);
        }
        for (int session : sessions) {
            int module = state.moduleOf(session);
            if (!state.isTrainerFree(taker, module, session)
                    || (cadre.internal[old]
                            && !cadre.internal[taker]
                            && internals(session) <= curriculum.internals[module])) {
                return false;
            }
            for (int k = 0; k < curriculum.maxTrainers; k++) {
                if (state.trainerAt(session, k) == taker) {
                    return false;
                }
                if (state.trainerAt(session, k) == old) {
                    trial.staff(session, k, taker);
                }
            }
        }
        return true;
    }

    private int internals(int session) {
        int n = 0;
        for (int k = 0; k < curriculum.maxTrainers; k++) {
            int trainer = state.trainerAt(session, k);
            n += trainer >= 0 && cadre.internal[trainer] ? 1 : 0;
        }
        return n;
    }

    /** All sessions of a room's day move to another room that is free, everybody and the trainers with them. */
    private boolean moveClass() {
        int any = estate.realRooms == 0 ? -1 : randomRunning();
        if (any < 0 || estate.roomOf(any) >= estate.realRooms) {
            return false;
        }
        int from = estate.roomOf(any);
        int to = random.nextInt(estate.realRooms);
        int d = estate.dayOf(any);
        if (to == from) {
            return false;
        }
        int[][] attendees = new int[calendar.slots][];
        int[][] teams = new int[calendar.slots][];
        int[] modules = new int[calendar.slots];
        for (int slot = 0; slot < calendar.slots; slot++) {
            int session = estate.sessionAt(from, d, slot);
            int n = state.countOf(session);
            if (n == 0) {
                continue;
            }
            modules[slot] = state.moduleOf(session);
            if (!state.isFree(estate.sessionAt(to, d, slot), modules[slot])
                    || problem.capacity(to, modules[slot]) < n) {
                return false;
            }
            attendees[slot] = new int[n];
            for (int i = 0; i < n; i++) {
                attendees[slot][i] = state.attendee(session, i);
            }
            teams[slot] = new int[curriculum.maxTrainers];
            for (int k = 0; k < curriculum.maxTrainers; k++) {
                teams[slot][k] = state.trainerAt(session, k);
            }
        }
        for (int[] list : attendees) {
            for (int i = 0; list != null && i < list.length; i++) {
                trial.unbook(list[i]);
            }
        }
        for (int slot = 0; slot < calendar.slots; slot++) {
            if (attendees[slot] == null) {
                continue;
            }
            int session = estate.sessionAt(to, d, slot);
            for (int trainer : teams[slot]) {
                if (trainer >= 0 && !state.isTrainerFree(trainer, modules[slot], session)) {
                    return false;
                }
            }
            trial.teach(session, modules[slot]);
            for (int k = 0; k < curriculum.maxTrainers; k++) {
                trial.staff(session, k, teams[slot][k]);
            }
            for (int r : attendees[slot]) {
                if (!state.canPlace(r, session)) {
                    return false;
                }
                trial.book(r, session);
            }
        }
        return true;
    }
}
