package io.muster.api.service.ruleset;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * What uploaded rule sets may hold.
 *
 * @param ownClauses whether they may bring clauses (*.drl) that no shipped rule set has. Clauses are Java: whoever may
 *     upload them can do whatever the service can
 */
@ConfigurationProperties("muster.rule-sets")
record RuleSetSettings(boolean ownClauses) {}
