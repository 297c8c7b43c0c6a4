package io.muster.rules;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class EveryoneTest {

    @Test
    void theShippedRuleSetIsAcceptedWithoutAnyIssue() {
        assertThat(new RuleSetLoader().shipped("everyone").issues()).isEmpty();
    }
}
