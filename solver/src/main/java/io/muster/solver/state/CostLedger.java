package io.muster.solver.state;

import io.muster.solver.catalogue.TrainingConstraint;
import java.util.LinkedHashMap;
import java.util.Map;

/** Running totals of the cost lines, pence, and their weighted sum. */
public final class CostLedger {

    private static final int LINES = TrainingConstraint.values().length;

    private final long[] pence = new long[LINES];
    private long total;

    void add(TrainingConstraint line, long amount) {
        pence[line.ordinal()] += amount;
        total += amount * line.defaultWeight();
    }

    /** {@return the pence of a line} */
    public long of(TrainingConstraint line) {
        return pence[line.ordinal()];
    }

    /** {@return the pence of every cost line by its id, in the catalogue's order} */
    public Map<String, Long> byLine() {
        Map<String, Long> lines = new LinkedHashMap<>();
        for (TrainingConstraint line : TrainingConstraint.values()) {
            if (line.level() == TrainingConstraint.Level.SOFT) {
                lines.put(line.id(), of(line));
            }
        }
        return lines;
    }

    /** {@return the sum of all lines, each times its weight} */
    public long total() {
        return total;
    }
}
