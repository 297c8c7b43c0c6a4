package io.muster.benchmarks.run;

/**
 * A fixed piece of work that says how fast the machine is at the moment: jumps through memory and integer arithmetic, as
 * a search does. It is no benchmark of its own; times are divided by it before they are compared.
 */
final class Calibration {
    private static final int CELLS = 1 << 21;
    private static final int JUMPS = 4_000_000;
    private static final int ROUNDS = 5;
    private static final double NANOS_PER_SECOND = 1e9;
    private static final long MULTIPLIER = 0x9E3779B97F4A7C15L;

    private long checksum;

    /** {@return seconds of one round, the fastest of some} */
    double seconds() {
        int[] cells = new int[CELLS];
        long best = Long.MAX_VALUE;
        for (int round = 0; round < ROUNDS; round++) {
            long start = System.nanoTime();
            checksum += jump(cells, round);
            best = Math.min(best, System.nanoTime() - start);
        }
        return best / NANOS_PER_SECOND;
    }

    /** {@return a number that depends on all the work, so that none of it can be left out} */
    long checksum() {
        return checksum;
    }

    private static long jump(int[] cells, int round) {
        long state = MULTIPLIER + round;
        long sum = 0;
        for (int i = 0; i < JUMPS; i++) {
            state ^= state >>> 29;
            state *= MULTIPLIER;
            int at = (int) (state >>> 43) & (CELLS - 1);
            cells[at] += i;
            sum += cells[(at * 31) & (CELLS - 1)];
        }
        return sum;
    }
}
