package io.muster.data.io;

import io.muster.data.issue.Issue;
import io.muster.data.plan.Plan;
import java.util.List;
import java.util.Optional;

/**
 * What reading a plan gave.
 *
 * @param plan the plan; empty if and only if an issue is an {@code ERROR}
 * @param issues every problem of every file, in the order of files and rows
 */
public record PlanReadResult(Optional<Plan> plan, List<Issue> issues) {

    /** Copies the list. */
    public PlanReadResult {
        issues = List.copyOf(issues);
    }
}
