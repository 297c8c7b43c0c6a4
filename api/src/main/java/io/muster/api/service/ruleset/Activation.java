package io.muster.api.service.ruleset;

import java.time.Instant;

/**
 * That a version became the rule set of new plans.
 *
 * @param number its number, from 1
 * @param ruleSetId the rule set
 * @param version number of the version; 0: the shipped one
 * @param note why; possibly empty
 * @param activatedAt when
 * @param activatedBy who decided so
 */
public record Activation(
        long number, String ruleSetId, int version, String note, Instant activatedAt, String activatedBy) {

    RuleSetRef ref() {
        return new RuleSetRef(ruleSetId, version);
    }
}
