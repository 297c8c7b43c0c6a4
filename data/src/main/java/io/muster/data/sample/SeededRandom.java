package io.muster.data.sample;

import java.util.List;
import java.util.SplittableRandom;

/**
 * Random choices that are the same on every JDK: only the raw 64-bit output of {@link SplittableRandom} (SplitMix64) is
 * used, and everything else is derived here. Each concern has its own stream, so that a change in one leaves the others
 * as they were.
 */
final class SeededRandom {

    private static final long FNV_PRIME = 0x100000001B3L;

    private final SplittableRandom source;

    private SeededRandom(long seed) {
        this.source = new SplittableRandom(seed);
    }

    /** {@return the stream of a concern under a seed} */
    static SeededRandom of(long seed, String concern) {
        long mixed = seed;
        for (int i = 0; i < concern.length(); i++) {
            mixed = (mixed ^ concern.charAt(i)) * FNV_PRIME;
        }
        return new SeededRandom(mixed);
    }

    /** {@return a whole number in 0 to bound, exclusive; bound {@code > 0}} */
    int below(int bound) {
        return (int) (((source.nextLong() >>> 33) * bound) >>> 31);
    }

    /** {@return a whole number in min to max, both inclusive} */
    int between(int min, int max) {
        return min + below(max - min + 1);
    }

    /** {@return a number in 0 to 1, exclusive} */
    double unit() {
        return (source.nextLong() >>> 11) * 0x1.0p-53;
    }

    /** {@return true with this probability} */
    boolean chance(double probability) {
        return unit() < probability;
    }

    /** {@return one of the items, each as likely} */
    <T> T pick(List<T> items) {
        return items.get(below(items.size()));
    }
}
