package io.muster.data.io;

import io.muster.data.issue.Issue;
import io.muster.data.plan.Disruption;
import java.util.List;
import java.util.Optional;

/**
 * What reading disruptions gave.
 *
 * @param disruptions the disruptions in file order; empty if and only if an issue is an {@code ERROR}
 * @param issues every problem, in the order of rows
 */
public record DisruptionReadResult(Optional<List<Disruption>> disruptions, List<Issue> issues) {

    /** Copies the lists. */
    public DisruptionReadResult {
        disruptions = disruptions.map(List::copyOf);
        issues = List.copyOf(issues);
    }
}
