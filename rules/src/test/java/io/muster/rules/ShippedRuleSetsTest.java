package io.muster.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.muster.data.model.DataSet;
import io.muster.data.sample.SampleGenerator;
import io.muster.data.sample.SampleProgramme;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ShippedRuleSetsTest {

    /** No issue: every scenario passes, and every clause and row fires in one. */
    @ParameterizedTest
    @ValueSource(strings = {"everyone", "role-matrix"})
    void isAcceptedWithoutAnyIssueSoEveryRuleFires(String id) {
        assertThat(new RuleSetLoader().shipped(id).issues()).isEmpty();
    }

    @Test
    void speed() {
        DataSet data = SampleGenerator.generate(SampleProgramme.NMFL_PHASE_2, 23_000, 1);
        for (String id : new String[] {"everyone", "role-matrix"}) {
            RuleSet set = new RuleSetLoader().shipped(id).ruleSet().orElseThrow();
            for (int i = 0; i < 6; i++) {
                long t = System.nanoTime();
                ScopeResult r = new ScopeService().decide(data, set);
                System.err.println(id + " " + r.decisions().size() + " " + (System.nanoTime() - t) / 1_000_000 + " ms "
                        + r.issues());
            }
        }
    }
}
