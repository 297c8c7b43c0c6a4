package io.muster.rules;

import io.muster.data.issue.Issue;
import java.util.List;
import java.util.Optional;

/**
 * What came of loading a rule set.
 *
 * @param ruleSet the rule set; empty when any issue is an {@code ERROR}
 * @param issues everything that was found, errors and warnings, by file and row
 */
public record LoadedRuleSet(Optional<RuleSet> ruleSet, List<Issue> issues) {

    /** Copies the list. */
    public LoadedRuleSet {
        issues = List.copyOf(issues);
    }
}
