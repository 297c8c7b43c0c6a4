package io.muster.solver.bound;

import io.muster.data.plan.PlanSummary.LowerBounds;
import java.util.List;

/**
 * Lower bounds with what the cost bound is made of, to be read beside the cost lines of a plan: where a line of the plan
 * is far above its part, there is something to be gained, or the bound is weak.
 *
 * @param bounds the bounds
 * @param parts parts of the cost bound; they add up to it
 */
public record BoundReport(LowerBounds bounds, List<Part> parts) {

    /**
     * A part of the cost bound.
     *
     * @param line the cost line (DATASET.md section 4); {@link #TOGETHER} for what no single line accounts for
     * @param pence pence; a line by itself may cost a plan less where that makes others dearer
     */
    public record Part(String line, long pence) {}

    /** What people, sessions and trainers cost more together than the lines say one by one. */
    public static final String TOGETHER = "together";

    /** Copies the list. */
    public BoundReport {
        parts = List.copyOf(parts);
    }
}
