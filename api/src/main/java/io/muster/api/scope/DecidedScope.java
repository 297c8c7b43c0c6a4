package io.muster.api.scope;

import io.muster.data.issue.Issue;
import io.muster.data.plan.ScopeDecision;
import io.muster.rules.ScopeResult;
import java.util.List;

/**
 * Scope decided for a data set.
 *
 * @param result the decisions, and how each came about
 * @param warnings what is worth a look in the rule set, or between it and the data set
 */
public record DecidedScope(ScopeResult result, List<Issue> warnings) {

    /** Copies the list. */
    public DecidedScope {
        warnings = List.copyOf(warnings);
    }

    /** {@return one decision for each staff member and module, sorted} */
    public List<ScopeDecision> decisions() {
        return result.decisions();
    }

    /** {@return id of the rule set that decided} */
    public String ruleSetId() {
        return result.ruleSet().id();
    }

    /** {@return hash of its files} */
    public String ruleSetHash() {
        return result.ruleSet().hash();
    }
}
