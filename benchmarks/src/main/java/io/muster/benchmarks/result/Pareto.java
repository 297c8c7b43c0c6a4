package io.muster.benchmarks.result;

import java.util.List;

/** Which of several are beaten by another in everything that counts. */
public final class Pareto {
    private Pareto() {}

    /**
     * Whether one is at least as good as another in everything, and better in something.
     *
     * @param one its figures, smaller is better
     * @param other the other's, as many
     * @return whether the other is dominated
     */
    public static boolean dominates(List<Double> one, List<Double> other) {
        if (one.size() != other.size()) {
            throw new IllegalArgumentException("Figures of different kinds: " + one + " and " + other + ".");
        }
        boolean better = false;
        for (int i = 0; i < one.size(); i++) {
            if (one.get(i) > other.get(i)) {
                return false;
            }
            better |= one.get(i) < other.get(i);
        }
        return better;
    }

    /**
     * Whether nothing dominates one of several.
     *
     * @param figures figures of all of them, smaller is better
     * @param index which one
     * @return whether it is worth a choice
     */
    public static boolean isEfficient(List<List<Double>> figures, int index) {
        return figures.stream().noneMatch(other -> dominates(other, figures.get(index)));
    }
}
