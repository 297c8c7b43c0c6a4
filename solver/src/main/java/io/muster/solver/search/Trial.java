package io.muster.solver.search;

import io.muster.solver.state.PlanState;
import java.util.Arrays;

/** Changes tried out on the state, written down as they are made, and always taken back. */
final class Trial {

    /** Step: requirement, session (-1: unbooked). */
    static final int ENROL = 0;
    /** Step: session, module. */
    static final int TEACH = 1;
    /** Step: trainer place, trainer (-1: none). */
    static final int STAFF = 2;

    private final PlanState state;
    private final int maxTrainers;
    private int[] steps = new int[64];
    /** The value before each step. */
    private int[] before = new int[64];

    private int size;

    Trial(PlanState state) {
        this.state = state;
        maxTrainers = state.problem().curriculum.maxTrainers;
    }

    void book(int r, int session) {
        note(ENROL, r, session, state.sessionOf(r));
        state.bookUnjudged(r, session);
    }

    void unbook(int r) {
        note(ENROL, r, -1, state.sessionOf(r));
        state.unbookUnjudged(r);
    }

    void teach(int session, int module) {
        if (state.moduleOf(session) != module) {
            note(TEACH, session, module, state.moduleOf(session));
            state.setModule(session, module);
        }
    }

    void staff(int session, int position, int trainer) {
        int now = state.trainerAt(session, position);
        if (now != trainer) {
            note(STAFF, session * maxTrainers + position, trainer, now);
            state.setTrainer(session, position, trainer);
        }
    }

    /** Leaves a session without trainers. */
    void unstaff(int session) {
        for (int position = 0; position < maxTrainers; position++) {
            staff(session, position, -1);
        }
    }

    /** The session a requirement was booked in before its first step of this trial. */
    int sessionBefore(int r) {
        for (int i = 0; i < size; i++) {
            if (steps[i * 3] == ENROL && steps[i * 3 + 1] == r) {
                return before[i];
            }
        }
        return state.sessionOf(r);
    }

    private void note(int code, int subject, int value, int old) {
        if (size * 3 + 3 > steps.length) {
            steps = Arrays.copyOf(steps, steps.length * 2);
            before = Arrays.copyOf(before, before.length * 2);
        }
        steps[size * 3] = code;
        steps[size * 3 + 1] = subject;
        steps[size * 3 + 2] = value;
        before[size++] = old;
    }

    boolean isEmpty() {
        return size == 0;
    }

    /** Takes everything back and gives the steps as a move. */
    PlanMove takeBack(String kind) {
        PlanMove move = asMove(kind);
        takeBack();
        return move;
    }

    /** The steps so far as a move; they stay made. */
    PlanMove asMove(String kind) {
        return new PlanMove(kind, Arrays.copyOf(steps, size * 3));
    }

    /** Where the trial stands, to take back what comes after. */
    int mark() {
        return size;
    }

    /** Takes everything back. */
    void takeBack() {
        takeBackTo(0);
    }

    /** Takes back what came after a mark. */
    void takeBackTo(int mark) {
        while (size > mark) {
            size--;
            int subject = steps[size * 3 + 1];
            switch (steps[size * 3]) {
                case ENROL -> {
                    if (state.isBooked(subject)) {
                        state.unbookUnjudged(subject);
                    }
                    if (before[size] >= 0) {
                        state.bookUnjudged(subject, before[size]);
                    }
                }
                case TEACH -> state.setModule(subject, before[size]);
                default -> state.setTrainer(subject / maxTrainers, subject % maxTrainers, before[size]);
            }
        }
    }
}
