package io.muster.solver.construct;

import io.muster.solver.problem.Curriculum;
import io.muster.solver.state.PlanState;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.function.IntUnaryOperator;

/**
 * Closes sessions that are thinly attended, thinnest first, where all who come find seats in others and the plan gets
 * cheaper for it. Coverage stays as it is, and so does a session whose attendees cannot all be moved.
 */
public final class ThinSessions {

    private static final int MOST_ROUNDS = 3;

    private final PlanState state;
    private final IntPredicate isThin;
    private final IntUnaryOperator seatOf;
    private final Journal journal;

    /** Sessions for individuals that are below their minimum class or have empty seats that cost something. */
    ThinSessions(PlanState state) {
        this(state, session -> isThin(state, session), new SeatFiller(state)::cheapestSeat);
    }

    /**
     * Sessions of a plan.
     *
     * @param state the plan
     * @param isThin whether a place runs a session that is to be closed
     * @param seatOf the place with a seat for an unbooked requirement; -1: there is none
     */
    public ThinSessions(PlanState state, IntPredicate isThin, IntUnaryOperator seatOf) {
        this.state = state;
        this.isThin = isThin;
        this.seatOf = seatOf;
        journal = new Journal(state);
    }

    /** Closes what can be closed. */
    public void close() {
        boolean again = true;
        for (int round = 0; again && round < MOST_ROUNDS; round++) {
            again = false;
            for (int session : thinnestFirst()) {
                if (isThin.test(session)) {
                    again |= tryToClose(session);
                }
            }
        }
    }

    private List<Integer> thinnestFirst() {
        List<Integer> list = new ArrayList<>();
        for (int s = 0; s < state.problem().estate.digitalBase; s++) {
            if (isThin.test(s)) {
                list.add(s);
            }
        }
        list.sort(Comparator.<Integer>comparingInt(state::countOf).thenComparingInt(s -> s));
        return list;
    }

    private static boolean isThin(PlanState state, int session) {
        Curriculum curriculum = state.problem().curriculum;
        int count = state.countOf(session);
        if (count == 0 || curriculum.byCohort[state.moduleOf(session)]) {
            return false;
        }
        return count < curriculum.minClass[state.moduleOf(session)]
                || count < state.problem().prices.targetSeats[state.capacityOf(session)];
    }

    private boolean tryToClose(int session) {
        long cost = state.cost().total();
        int[] attendees = state.attendees(session);
        for (int r : attendees) {
            journal.unbook(r);
        }
        boolean moved = true;
        for (int i = 0; moved && i < attendees.length; i++) {
            int seat = seatOf.applyAsInt(attendees[i]);
            moved = seat >= 0;
            if (moved) {
                journal.book(attendees[i], seat);
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
