package io.muster.solver.bound;

import io.muster.solver.problem.Curriculum;
import java.util.Arrays;

/**
 * Prices put on limits in place of the limits themselves (Lagrangian relaxation): whoever takes a seat or a trainer's slot
 * pays for it, and nothing else holds anybody back. As long as no toll is negative, people, rooms and trainers that each do
 * what is best for them alone prove a bound, whatever the tolls are; the dual prices of {@link SessionProgram} prove much.
 * All in {@link #PARTS} of a penny, whole numbers, so that every sum is exact.
 */
final class Tolls {

    /** Parts of a penny. */
    static final int PARTS = 16;

    /** No toll is larger, so that nothing overflows. */
    private static final double MOST = 1e7;

    /** A seat in a slot, by venue. */
    final int[] seat;
    /** A booking, by module, on top of its seats. */
    final int[] booking;
    /** A trainer's slot, by module. */
    final int[] trainer;
    /** An internal trainer's slot, by module, on top of that. */
    final int[] internal;

    /**
     * Tolls of prices in pence. As many virtual sessions may run as are wanted, so none may gain: a booking of a virtual
     * module costs no more than its share of the trainers, and one of a digital module nothing.
     */
    Tolls(Curriculum curriculum, double[] seat, double[] booking, double[] trainer, double[] internal) {
        this.seat = parts(seat);
        this.booking = parts(booking);
        this.trainer = parts(trainer);
        this.internal = parts(internal);
        for (int m = 0; m < curriculum.modules; m++) {
            if (!curriculum.isFaceToFace(m)) {
                long share = curriculum.slots[m] * staffing(curriculum, m) / Math.max(1, curriculum.maxClass[m]);
                this.booking[m] = curriculum.isDigital(m) ? 0 : (int) Math.min(this.booking[m], share);
            }
        }
    }

    private static int[] parts(double[] pence) {
        return Arrays.stream(pence)
                .mapToInt(one -> (int) Math.floor(Math.max(0, Math.min(MOST, one * PARTS))))
                .toArray();
    }

    /** {@return what the trainers of a session cost in each of its slots} */
    long staffing(Curriculum curriculum, int module) {
        return (long) curriculum.trainers[module] * trainer[module]
                + (long) curriculum.internals[module] * internal[module];
    }
}
