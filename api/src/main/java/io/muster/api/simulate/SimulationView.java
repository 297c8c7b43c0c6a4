package io.muster.api.simulate;

import io.muster.data.issue.Issue;
import io.muster.data.model.Programme;
import io.muster.solver.replan.ReplanPolicy;
import io.muster.solver.simulate.DisruptionRates;
import java.nio.file.Path;
import java.util.List;

/**
 * Seasons that were simulated and written.
 *
 * @param programme the programme
 * @param inputHash hash of the data set's content
 * @param ruleSetId the rule set that decided scope
 * @param ruleSetHash hash of its files
 * @param seed seed of what happened
 * @param rates how often what happened
 * @param replanPolicy what the re-plans were good for
 * @param policies each policy with its seasons, at least one
 * @param warnings what is worth a look in the data set
 * @param folder where the results are
 */
public record SimulationView(
        Programme programme,
        String inputHash,
        String ruleSetId,
        String ruleSetHash,
        long seed,
        DisruptionRates rates,
        ReplanPolicy replanPolicy,
        List<PolicyView> policies,
        List<Issue> warnings,
        Path folder) {

    /** Copies the lists. */
    public SimulationView {
        policies = List.copyOf(policies);
        warnings = List.copyOf(warnings);
    }
}
