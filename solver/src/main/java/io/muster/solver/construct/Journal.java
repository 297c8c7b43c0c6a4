package io.muster.solver.construct;

import io.muster.solver.state.PlanState;
import java.util.ArrayList;
import java.util.List;

/** Bookings made and taken out, in order, so that they can be taken back to any mark. */
final class Journal {

    private static final int BOOKED = -1;

    /**
     * One change.
     *
     * @param requirement the requirement
     * @param session the session it was taken out of; {@link Journal#BOOKED}: it was booked
     * @param before module, then trainers, of a session that the last one was taken out of; empty otherwise
     */
    @SuppressWarnings("ArrayRecordComponent")
    private record Change(int requirement, int session, int[] before) {}

    private static final int[] STILL_RUNS = {};

    private final PlanState state;
    private final int trainers;
    private final List<Change> changes = new ArrayList<>();

    Journal(PlanState state) {
        this.state = state;
        trainers = state.problem().curriculum.maxTrainers;
    }

    /** Where the journal stands. */
    int mark() {
        return changes.size();
    }

    /** Forgets all changes: they stay. */
    void keep() {
        changes.clear();
    }

    void book(int r, int session) {
        state.book(r, session);
        changes.add(new Change(r, BOOKED, STILL_RUNS));
    }

    void unbook(int r) {
        int session = state.sessionOf(r);
        boolean ends = !state.problem().estate.isDigital(session) && state.countOf(session) == 1;
        changes.add(new Change(r, session, ends ? describe(session) : STILL_RUNS));
        state.unbook(r);
    }

    /** The requirements taken out since a mark, in order. */
    List<Integer> takenSince(int mark) {
        return changes.subList(mark, changes.size()).stream()
                .filter(change -> change.session() != BOOKED)
                .map(Change::requirement)
                .toList();
    }

    /** Takes back everything since a mark. */
    void rollBack(int mark) {
        for (int i = changes.size() - 1; i >= mark; i--) {
            Change change = changes.remove(i);
            if (change.session() == BOOKED) {
                state.unbook(change.requirement());
                continue;
            }
            int[] before = change.before();
            if (before.length > 0) {
                state.setModule(change.session(), before[0]);
                for (int k = 1; k < before.length; k++) {
                    state.setTrainer(change.session(), k - 1, before[k]);
                }
            }
            state.book(change.requirement(), change.session());
        }
    }

    private int[] describe(int session) {
        int[] before = new int[1 + trainers];
        before[0] = state.moduleOf(session);
        for (int k = 1; k < before.length; k++) {
            before[k] = state.trainerAt(session, k - 1);
        }
        return before;
    }
}
