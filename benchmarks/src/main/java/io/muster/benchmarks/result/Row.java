package io.muster.benchmarks.result;

import java.util.List;
import java.util.Objects;

/**
 * The runs of one key.
 *
 * @param key the key
 * @param runs its runs, one a seed
 */
public record Row(RunKey key, List<Run> runs) {

    /** Copies the list. */
    public Row {
        runs = List.copyOf(runs);
    }

    /** {@return figures of the runs that did not fail} */
    public List<RunFigures> figures() {
        return runs.stream().flatMap(run -> run.findFigures().stream()).toList();
    }

    /** {@return how many runs failed} */
    public int failures() {
        return runs.size() - figures().size();
    }

    /**
     * A metric over the seeds.
     *
     * @param metric the metric
     * @return its distribution over the runs that have it; empty where none has
     */
    public Spread spread(Metric metric) {
        return Spread.of(figures().stream()
                .map(metric::of)
                .filter(Objects::nonNull)
                .mapToDouble(Double::doubleValue)
                .toArray());
    }
}
