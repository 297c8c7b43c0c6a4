package io.muster.solver.search;

import io.muster.solver.state.Assignment;
import java.util.Arrays;

/** What differs between two assignments, as a move from one to the other. */
final class Changes {

    private int[] steps = new int[192];
    private int size;

    private Changes() {}

    /** The move that makes one assignment into another: first everybody leaves who does, then sessions change. */
    static PlanMove between(Assignment from, Assignment to) {
        Changes changes = new Changes();
        for (int r = 0; r < from.sessionOf().length; r++) {
            if (from.sessionOf()[r] >= 0 && from.sessionOf()[r] != to.sessionOf()[r]) {
                changes.add(Trial.ENROL, r, -1);
            }
        }
        changes.addDifferences(Trial.TEACH, from.moduleOf(), to.moduleOf());
        changes.addDifferences(Trial.STAFF, from.trainerAt(), to.trainerAt());
        for (int r = 0; r < from.sessionOf().length; r++) {
            if (to.sessionOf()[r] >= 0 && from.sessionOf()[r] != to.sessionOf()[r]) {
                changes.add(Trial.ENROL, r, to.sessionOf()[r]);
            }
        }
        return new PlanMove("changes", Arrays.copyOf(changes.steps, changes.size));
    }

    private void addDifferences(int code, int[] from, int[] to) {
        for (int i = 0; i < from.length; i++) {
            if (from[i] != to[i]) {
                add(code, i, to[i]);
            }
        }
    }

    private void add(int code, int subject, int value) {
        if (size + 3 > steps.length) {
            steps = Arrays.copyOf(steps, steps.length * 2);
        }
        steps[size++] = code;
        steps[size++] = subject;
        steps[size++] = value;
    }
}
