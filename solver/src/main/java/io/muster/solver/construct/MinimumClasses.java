package io.muster.solver.construct;

import io.muster.solver.problem.Problem;
import io.muster.solver.problem.Requirements;
import io.muster.solver.state.PlanState;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Brings classes that run below their minimum up to it, with people booked for the same module in classes that can spare
 * them, where the plan gets cheaper for it. Coverage stays as it is, and so does a class that stays too small.
 */
final class MinimumClasses {

    /**
     * Somebody who could come.
     *
     * @param requirement the requirement
     * @param pence what the plan costs more, or less, if they alone come
     */
    private record Guest(int requirement, long pence) {}

    private final PlanState state;
    private final Problem problem;
    private final Requirements requirements;
    private final Journal journal;

    MinimumClasses(PlanState state) {
        this.state = state;
        problem = state.problem();
        requirements = problem.requirements;
        journal = new Journal(state);
    }

    /** Fills what can be filled. */
    void fill() {
        for (int session = 0; session < problem.estate.digitalBase; session++) {
            if (missing(session) > 0 && !problem.curriculum.byCohort[state.moduleOf(session)]) {
                fill(session);
            }
        }
    }

    /** How many a class needs to reach its minimum; 0 where nothing runs. */
    private int missing(int session) {
        int count = state.countOf(session);
        return count == 0 ? 0 : Math.max(0, minimumOf(session) - count);
    }

    private int minimumOf(int session) {
        return problem.curriculum.minClass[state.moduleOf(session)];
    }

    private void fill(int session) {
        long before = state.cost().total();
        List<Guest> guests = guests(session);
        for (int i = 0; i < guests.size() && missing(session) > 0; i++) {
            int r = guests.get(i).requirement();
            int mark = journal.mark();
            // Whoever came first may have left a team or a class with nobody to spare.
            if (!moves(r, session)) {
                journal.rollBack(mark);
            }
        }
        if (missing(session) > 0 || state.cost().total() >= before) {
            journal.rollBack(0);
        }
        journal.keep();
    }

    /** Whoever could come from another class, cheapest first. */
    private List<Guest> guests(int session) {
        List<Guest> guests = new ArrayList<>();
        long before = state.cost().total();
        for (int p = 0; p < problem.workforce.staff; p++) {
            int r = requirements.at[p * problem.curriculum.modules + state.moduleOf(session)];
            if (r >= 0 && state.isBooked(r) && state.sessionOf(r) != session && isThere(p, session)) {
                if (moves(r, session)) {
                    guests.add(new Guest(r, state.cost().total() - before));
                }
                journal.rollBack(0);
            }
        }
        guests.sort(Comparator.comparingLong(Guest::pence).thenComparingInt(Guest::requirement));
        return guests;
    }

    private boolean isThere(int p, int session) {
        int mask = state.sessionMask(session);
        int bits = problem.workforce.dayBits[p * problem.calendar.days + problem.estate.dayOf(session)];
        return (bits & mask) == mask;
    }

    /** Moves a booking to a class, from one that has its minimum without it; if not, only the journal knows. */
    private boolean moves(int r, int session) {
        int from = state.sessionOf(r);
        if (state.countOf(from) <= minimumOf(from) || problem.isTogether(r) || !state.canLeave(r)) {
            return false;
        }
        journal.unbook(r);
        if (!state.hasSeat(session) || !state.canPlace(r, session)) {
            return false;
        }
        journal.book(r, session);
        return state.hardPoints() == 0;
    }
}
