package io.muster.solver.state;

import io.muster.solver.problem.Problem;
import java.util.Arrays;

/** The running sessions of each module, day and slot, as lists that change in constant time. */
final class OpenSessions {

    private static final int[] NOTHING = {};

    private final int days;
    private final int slots;
    private final int[][] list;
    private final int[] size;
    private final int[] positionOf;

    OpenSessions(Problem problem) {
        days = problem.calendar.days;
        slots = problem.calendar.slots;
        list = new int[problem.curriculum.modules * days * slots][];
        Arrays.fill(list, NOTHING);
        size = new int[list.length];
        positionOf = new int[problem.estate.digitalBase];
    }

    int key(int module, int day, int slot) {
        return (module * days + day) * slots + slot;
    }

    void add(int key, int session) {
        if (size[key] == list[key].length) {
            list[key] = Arrays.copyOf(list[key], Math.max(4, size[key] * 2));
        }
        positionOf[session] = size[key];
        list[key][size[key]++] = session;
    }

    void remove(int key, int session) {
        int last = list[key][--size[key]];
        list[key][positionOf[session]] = last;
        positionOf[last] = positionOf[session];
    }

    int size(int key) {
        return size[key];
    }

    int get(int key, int i) {
        return list[key][i];
    }
}
