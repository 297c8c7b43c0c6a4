package io.muster.api.service.plan;

import io.muster.solver.catalogue.TrainingConstraint;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * A line of a plan's cost.
 *
 * @param id its key in {@code summary.json}
 * @param label a short name
 * @param sentence what it counts
 * @param pence how much it is
 */
record CostLine(String id, String label, String sentence, long pence) {

    /** The lines of a cost, in the catalogue's order; none where the cost is not known. */
    static List<CostLine> of(Map<String, Long> cost) {
        return Arrays.stream(TrainingConstraint.values())
                .filter(line -> line.level() == TrainingConstraint.Level.SOFT && cost.containsKey(line.id()))
                .map(line -> new CostLine(line.id(), line.label(), line.sentence(), cost.getOrDefault(line.id(), 0L)))
                .toList();
    }
}
