package io.muster.solver.construct;

import io.muster.solver.problem.Curriculum;
import io.muster.solver.problem.Requirements;
import io.muster.solver.state.PlanState;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The unbooked requirements that wait for a seat, by module; bookings made for them go to a journal. */
final class WaitingList {

    /** Requirements asked for each session. */
    private static final int MOST_ASKED = 1_000;

    private final PlanState state;
    private final Journal journal;
    private final List<List<Integer>> ofModule = new ArrayList<>();
    /** Where the next look at those who wait for a module begins: everybody is asked in turn. */
    private final int[] next;

    /** Notes who waits now. */
    WaitingList(PlanState state, Journal journal) {
        this.state = state;
        this.journal = journal;
        Curriculum curriculum = state.problem().curriculum;
        Requirements requirements = state.problem().requirements;
        next = new int[curriculum.modules];
        for (int m = 0; m < curriculum.modules; m++) {
            ofModule.add(new ArrayList<>());
        }
        for (int i = 0; i < state.unbookedCount(); i++) {
            int r = state.unbooked(i);
            if (!requirements.blocked[r] && !state.problem().isTogether(r)) {
                ofModule.get(requirements.moduleOf[r]).add(r);
            }
        }
        ofModule.forEach(list -> list.sort(Comparator.<Integer>comparingInt(r -> -requirements.priorityOf[r])
                .thenComparingInt(r -> r)));
    }

    /** {@return whoever waited for a module at first, heaviest first; some are booked meanwhile} */
    List<Integer> of(int module) {
        return ofModule.get(module);
    }

    /** Somebody who could come to a place if the module ran there; -1: nobody of those asked. */
    int anybodyFor(int module, int session) {
        List<Integer> asked = ofModule.get(module);
        for (int i = 0; i < Math.min(MOST_ASKED, asked.size()); i++) {
            int r = asked.get((next[module] + i) % asked.size());
            if (!state.isBooked(r) && state.canPlace(r, session)) {
                return r;
            }
        }
        return -1;
    }

    /** Books those who wait in the free seats of a running session; in one that does not run, nobody. */
    void fill(int session) {
        if (state.problem().estate.isDigital(session) || state.countOf(session) == 0) {
            return;
        }
        int module = state.moduleOf(session);
        List<Integer> asked = ofModule.get(module);
        for (int i = 0; i < Math.min(MOST_ASKED, asked.size()) && state.hasSeat(session); i++) {
            int r = asked.get(next[module]);
            next[module] = (next[module] + 1) % asked.size();
            if (!state.isBooked(r) && state.canPlace(r, session)) {
                journal.book(r, session);
            }
        }
    }
}
