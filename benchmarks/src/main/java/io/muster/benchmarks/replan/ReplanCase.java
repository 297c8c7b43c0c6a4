package io.muster.benchmarks.replan;

import io.muster.data.plan.Disruption;
import java.util.List;

/**
 * A kind of disruption.
 *
 * @param name of the kind; several cases have the same
 * @param disruptions what happens
 */
public record ReplanCase(String name, List<Disruption> disruptions) {

    /** Copies the list. */
    public ReplanCase {
        disruptions = List.copyOf(disruptions);
    }
}
