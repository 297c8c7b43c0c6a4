package io.muster.api.decide;

import io.muster.api.explain.OpenCommand;
import io.muster.solver.explain.Decision;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Asks for manual decisions to be judged, and taken where an output is named.
 *
 * @param plan the plan
 * @param decisions the decisions, at most one for each booking, at least one
 * @param out folder for the plan once they are taken; null: they are only judged
 */
public record DecideCommand(
        OpenCommand plan,
        List<Decision> decisions,
        @Nullable Path out) {

    /** Copies the list. */
    public DecideCommand {
        decisions = List.copyOf(decisions);
    }
}
