package io.muster.data.sample;

import java.util.List;
import java.util.SplittableRandom;

/**
 * Random choices that are the same on every JDK: only the raw 64-bit output of {@link SplittableRandom} (SplitMix64) is
 * used, and everything else is derived here. Each concern has its own stream, so that a change in one leaves the others
 * as they were.
 */
public final class SeededRandom {

    private static final long FNV_PRIME = 0x100000001B3L;

    private final SplittableRandom source;

    private SeededRandom(long seed) {
        this.source = new SplittableRandom(seed);
    }

    /**
     * {@return the stream of a concern under a seed: the same for the same two, whatever else is drawn}
     *
     * @param seed the seed
     * @param concern what is drawn, in words
     */
    public static SeededRandom of(long seed, String concern) {
        long mixed = seed;
        for (int i = 0; i < concern.length(); i++) {
            mixed = (mixed ^ concern.charAt(i)) * FNV_PRIME;
        }
        return new SeededRandom(mixed);
    }

    /**
     * {@return a whole number in 0 to bound, exclusive}
     *
     * @param bound the bound, {@code > 0}
     */
    public int below(int bound) {
        return (int) (((source.nextLong() >>> 33) * bound) >>> 31);
    }

    /**
     * {@return a whole number in min to max, both inclusive}
     *
     * @param min the least
     * @param max the most, {@code >= min}
     */
    public int between(int min, int max) {
        return min + below(max - min + 1);
    }

    /** {@return a number in 0 to 1, exclusive} */
    public double unit() {
        return (source.nextLong() >>> 11) * 0x1.0p-53;
    }

    /**
     * {@return true with this probability}
     *
     * @param probability 0 to 1
     */
    public boolean chance(double probability) {
        return unit() < probability;
    }

    /**
     * {@return one of the items, each as likely}
     *
     * @param items the items, at least one
     */
    public <T> T pick(List<T> items) {
        return items.get(below(items.size()));
    }
}
