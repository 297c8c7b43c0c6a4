package io.muster.data.sample;

import java.util.Arrays;

/** Dividing whole heads. */
final class Shares {

    private Shares() {}

    /**
     * Divides a total by weights with the largest-remainder method; ties go to the lower index.
     *
     * @param total heads, {@code >= 0}
     * @param weights weights {@code >= 0}, their sum {@code > 0}
     * @return one number for each weight, in sum the total
     */
    static int[] allocate(int total, int[] weights) {
        long sum = Arrays.stream(weights).asLongStream().sum();
        int[] heads = new int[weights.length];
        long[] remainders = new long[weights.length];
        int left = total;
        for (int i = 0; i < weights.length; i++) {
            long product = (long) total * weights[i];
            heads[i] = (int) (product / sum);
            remainders[i] = product % sum;
            left -= heads[i];
        }
        for (; left > 0; left--) {
            int largest = 0;
            for (int i = 1; i < weights.length; i++) {
                if (remainders[i] > remainders[largest]) {
                    largest = i;
                }
            }
            heads[largest]++;
            remainders[largest] = -1;
        }
        return heads;
    }

    /** {@return the total in the given number of parts whose sizes differ by one at most, larger parts first} */
    static int[] evenly(int total, int parts) {
        int[] sizes = new int[parts];
        for (int i = 0; i < parts; i++) {
            sizes[i] = total / parts + (i < total % parts ? 1 : 0);
        }
        return sizes;
    }

    /** {@return the total in as few even parts as keep each at or below the maximum; none for a total of 0} */
    static int[] partsOfAtMost(int total, int maximum) {
        return total == 0 ? new int[0] : evenly(total, (total + maximum - 1) / maximum);
    }
}
