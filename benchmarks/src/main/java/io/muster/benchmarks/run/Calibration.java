package io.muster.benchmarks.run;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;

/**
 * A fixed piece of work that says how fast the machine is at the moment: jumps through memory and integer arithmetic, as
 * a search does. It is no benchmark of its own; times are divided by it before they are compared.
 */
final class Calibration {
    private static final int CELLS = 1 << 21;
    private static final int JUMPS = 4_000_000;
    private static final int WARM_UP = 3;
    private static final int ROUNDS = 8;
    private static final double NANOS_PER_SECOND = 1e9;
    private static final long MULTIPLIER = 0x9E3779B97F4A7C15L;

    private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    private final int[] cells = new int[CELLS];
    private long checksum;

    /**
     * Times of a round, means over some.
     *
     * @param wallSeconds by the clock: grows when others want the processor
     * @param cpuSeconds of the processor: grows when it is slower
     */
    record Times(double wallSeconds, double cpuSeconds) {

        /** {@return the mean of this and another} */
        Times mean(Times other) {
            return new Times((wallSeconds + other.wallSeconds) / 2, (cpuSeconds + other.cpuSeconds) / 2);
        }
    }

    /** {@return how long the work takes now} */
    Times measure() {
        for (int round = 0; round < WARM_UP; round++) {
            checksum += jump(round);
        }
        long wall = System.nanoTime();
        long cpu = threads.getCurrentThreadCpuTime();
        for (int round = 0; round < ROUNDS; round++) {
            checksum += jump(round);
        }
        return new Times(
                (System.nanoTime() - wall) / NANOS_PER_SECOND / ROUNDS,
                (threads.getCurrentThreadCpuTime() - cpu) / NANOS_PER_SECOND / ROUNDS);
    }

    /** {@return a number that depends on all the work, so that none of it can be left out} */
    long checksum() {
        return checksum;
    }

    private long jump(int round) {
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
