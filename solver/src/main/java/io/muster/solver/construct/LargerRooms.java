package io.muster.solver.construct;

import io.muster.solver.problem.Estate;
import io.muster.solver.problem.Problem;
import io.muster.solver.state.PlanState;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Moves full classes that others wait for to larger rooms of their venue, free at their time. Coverage never falls, and the
 * plan stays valid.
 */
final class LargerRooms {

    private final PlanState state;
    private final Problem problem;
    private final Estate estate;
    private final Reseating reseating;
    private final Journal journal;
    private final WaitingList waiting;
    private final Guests guests;

    LargerRooms(PlanState state, Reseating reseating, WaitingList waiting, Guests guests) {
        this.state = state;
        this.reseating = reseating;
        this.waiting = waiting;
        this.guests = guests;
        problem = state.problem();
        estate = problem.estate;
        journal = reseating.journal();
    }

    /** Takes whatever larger rooms help. */
    void take() {
        for (int session = 0; session < estate.digitalBase; session++) {
            enlarge(session);
        }
    }

    /** Moves a full class that others wait for to a larger room of its venue, free at its time. */
    private void enlarge(int session) {
        int n = state.countOf(session);
        int room = estate.roomOf(session);
        if (n == 0 || state.hasSeat(session) || room >= estate.realRooms) {
            return;
        }
        int module = state.moduleOf(session);
        if (waiting.of(module).isEmpty() || problem.curriculum.byCohort[module]) {
            return;
        }
        List<Integer> larger = new ArrayList<>();
        for (int other = 0; other < estate.realRooms; other++) {
            if (estate.venueOf[other] == estate.venueOf[room]
                    && capacityIn(other, session) > state.capacityOf(session)
                    && state.isFree(estate.sessionAt(other, estate.dayOf(session), estate.slotOf(session)), module)) {
                larger.add(other);
            }
        }
        larger.sort(Comparator.<Integer>comparingInt(other -> -capacityIn(other, session))
                .thenComparingInt(other -> other));
        for (int other : larger) {
            if (move(session, estate.sessionAt(other, estate.dayOf(session), estate.slotOf(session)))) {
                return;
            }
        }
    }

    private int capacityIn(int room, int session) {
        return problem.capacity(room, state.moduleOf(session), estate.dayOf(session));
    }

    /** Moves a class to another room of its venue, but for those who cannot use it, if enough others come. */
    private boolean move(int session, int to) {
        long before = state.shortfall();
        int module = state.moduleOf(session);
        int[] team = reseating.team(session);
        List<Integer> staying = new ArrayList<>();
        List<Integer> leaving = new ArrayList<>();
        for (int r : state.attendees(session)) {
            if (problem.isTogether(r) || problem.baseline.isPinned[r]) {
                return false;
            }
            (estate.meetsNeeds[
                                    problem.workforce.needsOf[problem.requirements.staffOf[r]] * estate.rooms
                                            + estate.roomOf(to)]
                            ? staying
                            : leaving)
                    .add(r);
        }
        staying.forEach(journal::unbook);
        leaving.forEach(journal::unbook);
        boolean isAsGood = false;
        if (!staying.isEmpty() && staying.stream().allMatch(r -> state.canPlace(r, to))) {
            reseating.run(to, module, team);
            staying.forEach(r -> journal.book(r, to));
            leaving.forEach(reseating::bookInSeat);
            waiting.fill(to);
            guests.drawIn(to);
            boolean isNoWorse = state.shortfall() < before || (state.shortfall() == before && leaving.isEmpty());
            isAsGood = isNoWorse && state.hardPoints() == 0;
        }
        if (!isAsGood) {
            journal.rollBack(0);
        }
        journal.keep();
        return isAsGood;
    }
}
