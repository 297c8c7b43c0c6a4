package io.muster.api.check;

import io.muster.data.issue.Issue;
import io.muster.data.model.Programme;
import io.muster.solver.feasibility.FeasibilityReport;
import java.util.List;

/**
 * What the check of a data set found.
 *
 * @param programme the programme
 * @param ruleSetId the rule set that decided scope
 * @param report what is proven
 * @param warnings warnings about data set and rule set
 */
public record CheckView(Programme programme, String ruleSetId, FeasibilityReport report, List<Issue> warnings) {

    /** Copies the list. */
    public CheckView {
        warnings = List.copyOf(warnings);
    }

    /** {@return whether no shortfall is proven} */
    public boolean mayCoverEverything() {
        return report.shortfall() == 0;
    }
}
