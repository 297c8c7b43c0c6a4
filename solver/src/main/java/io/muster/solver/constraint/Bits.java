package io.muster.solver.constraint;

/** Sets of slots as bits, never empty; bit 0 is the first slot in time. */
final class Bits {

    private Bits() {}

    /** {@return the first slot} */
    static int first(int slots) {
        return Integer.numberOfTrailingZeros(slots);
    }

    /** {@return the last slot} */
    static int last(int slots) {
        return Integer.SIZE - 1 - Integer.numberOfLeadingZeros(slots);
    }
}
