package io.muster.solver.replan;

import io.muster.solver.state.PlanState;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Closes sessions below their least class that the repair opened for few, where all who come find seats in others and the
 * plan gets cheaper for it. Whoever is where the published plan has them stays.
 */
final class ThinClasses {

    private static final int MOST_ROUNDS = 3;

    private final Repair repair;
    private final PlanState state;
    private final Seats seats;

    ThinClasses(Repair repair, Seats seats) {
        this.repair = repair;
        this.seats = seats;
        state = repair.state;
    }

    /** Closes what can be closed, the thinnest first. */
    void close() {
        boolean again = true;
        for (int round = 0; again && round < MOST_ROUNDS; round++) {
            again = false;
            for (int session : thinnestFirst()) {
                if (isThin(session)) {
                    again |= tryToClose(session);
                }
            }
        }
    }

    private List<Integer> thinnestFirst() {
        List<Integer> list = new ArrayList<>();
        for (int session = 0; session < repair.estate.digitalBase; session++) {
            if (isThin(session)) {
                list.add(session);
            }
        }
        list.sort(Comparator.<Integer>comparingInt(state::countOf).thenComparingInt(s -> s));
        return list;
    }

    private boolean isThin(int session) {
        int count = state.countOf(session);
        if (count == 0
                || repair.estate.dayOf(session) < repair.baseline.firstFree
                || count >= repair.curriculum.minClass[state.moduleOf(session)]) {
            return false;
        }
        for (int r : repair.attendees(session)) {
            boolean isWhereItWas = repair.baseline.isSame(r, state.dayOf(r), state.maskOf(r));
            if (isWhereItWas || repair.isTogether(r) || repair.baseline.isPinned[r] || !state.canUnbook(r)) {
                return false;
            }
        }
        return true;
    }

    private boolean tryToClose(int session) {
        long cost = state.cost().total();
        int[] attendees = repair.attendees(session);
        for (int r : attendees) {
            state.unbook(r);
        }
        int placed = 0;
        while (placed < attendees.length && seats.book(attendees[placed])) {
            placed++;
        }
        if (placed == attendees.length
                && state.hardPoints() == 0
                && state.cost().total() < cost) {
            return true;
        }
        for (int i = 0; i < placed; i++) {
            state.unbook(attendees[i]);
        }
        for (int r : attendees) {
            state.book(r, session);
        }
        return false;
    }
}
