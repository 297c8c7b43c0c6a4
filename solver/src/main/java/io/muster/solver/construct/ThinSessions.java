package io.muster.solver.construct;

import io.muster.solver.problem.Curriculum;
import io.muster.solver.problem.Problem;
import io.muster.solver.state.PlanState;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Closes sessions that are thinly attended, thinnest first, where all who come find seats in others and the plan gets
 * cheaper for it. Coverage stays as it is, and so does a session whose attendees cannot all be moved.
 */
final class ThinSessions {

    private static final int MOST_ROUNDS = 3;

    private final PlanState state;
    private final Problem problem;
    private final Curriculum curriculum;
    private final SeatFiller seats;
    private final Journal journal;

    ThinSessions(PlanState state) {
        this.state = state;
        problem = state.problem();
        curriculum = problem.curriculum;
        seats = new SeatFiller(state);
        journal = new Journal(state);
    }

    /** Closes what can be closed. */
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
        for (int s = 0; s < problem.estate.digitalBase; s++) {
            if (isThin(s)) {
                list.add(s);
            }
        }
        list.sort(Comparator.<Integer>comparingInt(state::countOf).thenComparingInt(s -> s));
        return list;
    }

    /** Whether a session runs for individuals, below its minimum class or with empty seats that cost something. */
    private boolean isThin(int session) {
        int count = state.countOf(session);
        if (count == 0 || curriculum.byCohort[state.moduleOf(session)]) {
            return false;
        }
        return count < curriculum.minClass[state.moduleOf(session)]
                || count < problem.prices.targetSeats[state.capacityOf(session)];
    }

    private boolean tryToClose(int session) {
        long cost = state.cost().total();
        List<Integer> attendees = new ArrayList<>();
        for (int i = 0; i < state.countOf(session); i++) {
            attendees.add(state.attendee(session, i));
        }
        attendees.forEach(journal::unbook);
        boolean moved = true;
        for (int i = 0; moved && i < attendees.size(); i++) {
            int seat = seats.cheapestSeat(attendees.get(i));
            moved = seat >= 0;
            if (moved) {
                journal.book(attendees.get(i), seat);
            }
        }
        // Days given up bring duties back, which may leave too little rest (H07): then it was no good either.
        boolean good = moved && state.hardPoints() == 0 && state.cost().total() < cost;
        if (!good) {
            journal.rollBack(0);
        }
        journal.keep();
        return good;
    }
}
