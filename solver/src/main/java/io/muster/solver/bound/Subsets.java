package io.muster.solver.bound;

/**
 * Sets of subsets: of k things, one bit for each of the 2^k subsets, in words of 64. All subsets are moved at once, which
 * makes a search through every choice of one person as quick as a few shifts.
 */
final class Subsets {

    private static final int WORD_THINGS = 6;
    /** Of the 64 subsets of six things, those that hold each thing. */
    private static final long[] HOLDING = {
        0xAAAAAAAAAAAAAAAAL,
        0xCCCCCCCCCCCCCCCCL,
        0xF0F0F0F0F0F0F0F0L,
        0xFF00FF00FF00FF00L,
        0xFFFF0000FFFF0000L,
        0xFFFFFFFF00000000L
    };

    private Subsets() {}

    /** {@return the words that the subsets of k things take} */
    static int words(int things) {
        return 1 << Math.max(0, things - WORD_THINGS);
    }

    /** {@return whether a subset is there} */
    static boolean has(long[] sets, int at, int subset) {
        return (sets[at + (subset >> WORD_THINGS)] >>> (subset & 63) & 1) != 0;
    }

    /** Adds the subsets of one set to another. */
    static void join(long[] from, int fromAt, long[] to, int toAt, int words) {
        for (int w = 0; w < words; w++) {
            to[toAt + w] |= from[fromAt + w];
        }
    }

    /** {@return whether there is none} */
    static boolean isEmpty(long[] sets, int at, int words) {
        for (int w = 0; w < words; w++) {
            if (sets[at + w] != 0) {
                return false;
            }
        }
        return true;
    }

    /**
     * Adds a thing to every subset that lacks it and holds what comes before it.
     *
     * @param needs the things a subset must hold, as bits
     */
    static void addThing(long[] from, int fromAt, int thing, int needs, long[] to, int toAt, int words) {
        for (int w = 0; w < words; w++) {
            long subsets = from[fromAt + w];
            if (subsets == 0 || (needs >> WORD_THINGS & ~w) != 0) {
                continue;
            }
            for (int need = needs & 63; need != 0; need &= need - 1) {
                subsets &= HOLDING[Integer.numberOfTrailingZeros(need)];
            }
            if (thing < WORD_THINGS) {
                to[toAt + w] |= (subsets & ~HOLDING[thing]) << (1 << thing);
            } else if ((w >> thing - WORD_THINGS & 1) == 0) {
                to[toAt + (w | 1 << thing - WORD_THINGS)] |= subsets;
            }
        }
    }
}
