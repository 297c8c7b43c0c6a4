package io.muster.solver.construct;

import io.muster.solver.problem.Calendar;
import io.muster.solver.problem.Curriculum;
import io.muster.solver.problem.Estate;
import io.muster.solver.problem.Problem;
import io.muster.solver.problem.Requirements;
import io.muster.solver.problem.Workforce;
import io.muster.solver.state.PlanState;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.BooleanSupplier;

/**
 * What is left to gain where seats are short and somebody stays out whatever is done: classes move to larger rooms of their
 * venue, seats that nobody can come to who waits go to people whose own seats somebody can, seats go to those who weigh
 * most, a session changes its subject for them, and digital learning, which takes no seat, comes before a session whose
 * seat somebody else can take. Coverage never falls, and the plan stays valid.
 */
final class ScarceSeats {

    /** Days given up and subjects changed, in vain or not, before it ends. */
    private static final int MOST_TRIED = 100_000;
    /** One full session in so many that somebody waits for makes seats what is short. */
    private static final int FULL_UP_SHARE = 20;

    private final PlanState state;
    private final Problem problem;
    private final Calendar calendar;
    private final Curriculum curriculum;
    private final Workforce workforce;
    private final Requirements requirements;
    private final Estate estate;
    private final Journal journal;
    private final Reseating reseating;
    private WaitingList waiting;
    private int tried;

    ScarceSeats(PlanState state) {
        this.state = state;
        problem = state.problem();
        calendar = problem.calendar;
        curriculum = problem.curriculum;
        workforce = problem.workforce;
        requirements = problem.requirements;
        estate = problem.estate;
        journal = new Journal(state);
        reseating = new Reseating(state, journal);
        waiting = new WaitingList(state, journal);
    }

    /**
     * Gains what can be gained; nothing where seats are not what is short.
     *
     * @param isStopped asked now and then whether to end with what there is
     */
    void share(BooleanSupplier isStopped) {
        if (!isFullUp()) {
            return;
        }
        Guests guests = new Guests(state, reseating, waiting);
        new LargerRooms(state, reseating, waiting, guests).take();
        for (int m = 0; m < curriculum.modules; m++) {
            for (int r : waiting.of(m)) {
                if (requirements.priorityOf[r] > 0 && !state.isBooked(r)) {
                    takeSeatOfLighter(r);
                }
            }
        }
        for (int session = 0; session < estate.digitalBase; session++) {
            guests.drawIn(session);
        }
        journal.keep();
        waiting = new WaitingList(state, journal);
        tried = 0;
        for (int m = 0; m < curriculum.modules; m++) {
            for (int r : waiting.of(m)) {
                boolean isWorthADay = curriculum.isDigital(m) || requirements.priorityOf[r] > 0;
                if (isWorthADay && !state.isBooked(r) && !isStopped.getAsBoolean()) {
                    takeDay(r);
                    if (!state.isBooked(r) && !curriculum.isDigital(m)) {
                        teachAnother(r);
                    }
                }
            }
        }
    }

    /** Whether seats that come free are mostly taken: for a share of the full sessions somebody waits who could come. */
    private boolean isFullUp() {
        int full = 0;
        int wanted = 0;
        for (int session = 0; session < estate.digitalBase; session++) {
            if (state.countOf(session) > 0 && !state.hasSeat(session)) {
                full++;
                wanted += waiting.anybodyFor(state.moduleOf(session), session) >= 0 ? 1 : 0;
            }
        }
        return wanted * FULL_UP_SHARE > full;
    }

    // ---- Heavier first ---------------------------------------------------------------------------------------------

    /** Books a requirement in the seat of somebody who weighs less, who takes another seat if there is one. */
    private void takeSeatOfLighter(int r) {
        int module = requirements.moduleOf[r];
        for (int d = requirements.firstDay[r]; d <= requirements.lastDay[r]; d++) {
            for (int slot = 0; slot < calendar.slots; slot++) {
                for (int i = 0; i < state.openCount(module, d, slot); i++) {
                    int session = state.openAt(module, d, slot, i);
                    int other = state.canPlace(r, session) ? lightest(session) : -1;
                    if (other >= 0 && requirements.priorityOf[other] < requirements.priorityOf[r]) {
                        journal.unbook(other);
                        journal.book(r, session);
                        reseating.bookInSeat(other);
                        journal.keep();
                        return;
                    }
                }
            }
        }
    }

    /** Books a requirement in a session that changes its subject for it: somebody else always waits for the seats. */
    private void teachAnother(int r) {
        int p = requirements.staffOf[r];
        int module = requirements.moduleOf[r];
        for (int d = requirements.firstDay[r]; d <= requirements.lastDay[r]; d++) {
            for (int slot = 0; slot < calendar.slots; slot++) {
                int mask = curriculum.slotMask(module, slot);
                boolean isFree = (workforce.dayBits[p * calendar.days + d] & mask) == mask
                        && (state.maskOn(p, d) & mask) == 0
                        && curriculum.fitsSlot(module, slot);
                for (int room = 0; isFree && room < estate.rooms && tried < MOST_TRIED; room++) {
                    int session = estate.sessionAt(room, d, slot);
                    if (state.countOf(session) > 0
                            && state.canPlace(r, session)
                            && mayTeach(session, module)
                            && changeSubject(session, module, r)) {
                        return;
                    }
                }
            }
        }
    }

    /** Whether a running session's room and trainers would do for another module. */
    private boolean mayTeach(int session, int module) {
        int now = state.moduleOf(session);
        if (now == module
                || curriculum.byCohort[now]
                || curriculum.byCohort[module]
                || curriculum.slots[now] != curriculum.slots[module]
                || curriculum.delivery[now] != curriculum.delivery[module]
                || curriculum.trainers[now] != curriculum.trainers[module]
                || curriculum.internals[now] < curriculum.internals[module]) {
            return false;
        }
        for (int k = 0; k < curriculum.trainers[now]; k++) {
            if (!problem.cadre.accredited[state.trainerAt(session, k) * curriculum.modules + module]) {
                return false;
            }
        }
        return true;
    }

    private boolean changeSubject(int session, int module, int r) {
        tried++;
        long before = state.shortfall();
        int[] team = reseating.team(session);
        int[] attendees = state.attendees(session);
        if (!Arrays.stream(attendees).allMatch(reseating::mayTakeOut)) {
            return false;
        }
        for (int other : attendees) {
            journal.unbook(other);
        }
        boolean better = false;
        if (state.canPlace(r, session)) {
            reseating.run(session, module, team);
            journal.book(r, session);
            waiting.fill(session);
            for (int other : attendees) {
                reseating.bookInSeat(other);
            }
            better = state.shortfall() < before && state.hardPoints() == 0;
        }
        if (!better) {
            journal.rollBack(0);
        }
        journal.keep();
        return better;
    }

    private int lightest(int session) {
        int best = -1;
        for (int i = 0; i < state.countOf(session); i++) {
            int other = state.attendee(session, i);
            if ((best < 0 || requirements.priorityOf[other] < requirements.priorityOf[best])
                    && reseating.mayTakeOut(other)) {
                best = other;
            }
        }
        return best;
    }

    // ---- Days given up ---------------------------------------------------------------------------------------------

    /** Books a requirement on a day that the person, or somebody of the same team, gives up. */
    private void takeDay(int r) {
        int p = requirements.staffOf[r];
        for (int d = requirements.firstDay[r]; d <= requirements.lastDay[r]; d++) {
            int bits = workforce.dayBits[p * calendar.days + d];
            if ((bits & (1 << calendar.slots) - 1) == 0) {
                continue;
            }
            if (state.maskOn(p, d) != 0) {
                if (giveUp(p, d, r)) {
                    return;
                }
            } else if ((bits & Workforce.ON_DUTY) != 0 && state.headroom(workforce.teamOn(p, d), d) <= 0) {
                for (int mate : workforce.membersOf[workforce.teamOn(p, d)]) {
                    if (mate != p
                            && workforce.teamOn(mate, d) == workforce.teamOn(p, d)
                            && state.maskOn(mate, d) != 0
                            && giveUp(mate, d, r)) {
                        return;
                    }
                }
            }
        }
    }

    /** Books a requirement in place of what somebody has on a day, if others take the seats and more is covered then. */
    private boolean giveUp(int p, int d, int r) {
        if (tried >= MOST_TRIED) {
            return false;
        }
        tried++;
        long before = state.shortfall();
        List<Integer> sessions = new ArrayList<>();
        boolean again = true;
        while (again) {
            again = false;
            for (int q = requirements.firstOf[p]; q < requirements.firstOf[p + 1]; q++) {
                if (state.isBooked(q) && state.dayOf(q) == d && reseating.mayTakeOut(q)) {
                    sessions.add(state.sessionOf(q));
                    journal.unbook(q);
                    again = true;
                }
            }
        }
        boolean better = false;
        if (placeOn(r, d)) {
            bookAgain(p);
            if (p != requirements.staffOf[r]) {
                bookAgain(requirements.staffOf[r]);
            }
            sessions.forEach(waiting::fill);
            better = state.shortfall() < before && state.hardPoints() == 0;
        }
        if (!better) {
            journal.rollBack(0);
        }
        journal.keep();
        return better;
    }

    /** Books a requirement on a day: in digital learning time, a free seat, or that of somebody who weighs less. */
    private boolean placeOn(int r, int d) {
        int module = requirements.moduleOf[r];
        for (int slot = 0; slot < calendar.slots; slot++) {
            if (curriculum.isDigital(module)) {
                int session = estate.digitalSession(module, d, slot);
                if (state.canPlace(r, session)) {
                    journal.book(r, session);
                    return true;
                }
                continue;
            }
            for (int i = 0; i < state.openCount(module, d, slot); i++) {
                int session = state.openAt(module, d, slot, i);
                int other = state.canPlace(r, session) && !state.hasSeat(session) ? lightest(session) : -1;
                boolean isLighter = other >= 0 && requirements.priorityOf[other] < requirements.priorityOf[r];
                if (isLighter) {
                    journal.unbook(other);
                }
                if (state.canPlace(r, session) && state.hasSeat(session)) {
                    journal.book(r, session);
                    return true;
                }
            }
        }
        return false;
    }

    /** Books whatever a person lacks in seats that are free. */
    private void bookAgain(int p) {
        for (int q = requirements.firstOf[p]; q < requirements.firstOf[p + 1]; q++) {
            if (!state.isBooked(q)) {
                reseating.bookInSeat(q);
            }
        }
    }
}
