package io.muster.benchmarks.load;

import java.util.List;

/**
 * A kind of request.
 *
 * @param name for people
 * @param paths what may be asked for, one of which is drawn each time; never empty
 * @param limitMillis what its 95th percentile is to keep to
 */
public record LoadCase(String name, List<String> paths, int limitMillis) {

    /** Copies the list. */
    public LoadCase {
        paths = List.copyOf(paths);
        if (paths.isEmpty()) {
            throw new IllegalArgumentException("Nothing to ask for in '" + name + "'. Maybe the plan is empty.");
        }
    }
}
