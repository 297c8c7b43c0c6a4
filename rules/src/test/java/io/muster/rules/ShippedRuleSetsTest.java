package io.muster.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.muster.data.model.DataSet;
import io.muster.data.sample.SampleGenerator;
import io.muster.data.sample.SampleProgramme;
import io.muster.rules.support.RuleFolder;
import io.muster.rules.support.RuleSets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ShippedRuleSetsTest {

    /** A scenario that fails, and a clause or row that fires in none, are issues. */
    @ParameterizedTest
    @ValueSource(strings = {"everyone", "role-matrix"})
    void passTheirScenariosAndLeaveNoRuleUnfired(String id) {
        assertThat(new RuleSetLoader().shipped(id).issues()).isEmpty();
    }

    @Test
    void areListed() {
        assertThat(new RuleSetLoader().shippedIds()).containsExactly("everyone", "role-matrix");
    }

    @Test
    void ofAnUnknownIdAreRefusedWithTheKnownOnes() {
        assertThatThrownBy(() -> new RuleSetLoader().shipped("everybody"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("everyone, role-matrix");
    }

    @Test
    void haveTheHashOfTheSameFilesInAFolder(@TempDir Path folder) {
        RuleSet copy = RuleSets.load(RuleFolder.copyOf("role-matrix", folder));
        assertThat(copy.hash())
                .matches("[0-9a-f]{64}")
                .isEqualTo(RuleSets.shipped("role-matrix").hash())
                .isNotEqualTo(RuleSets.shipped("everyone").hash());
    }

    @ParameterizedTest
    @EnumSource(SampleProgramme.class)
    void everyoneFitsEveryProgramme(SampleProgramme programme) {
        DataSet data = SampleGenerator.generate(programme, programme.minPeople(), 7);
        ScopeResult result = new ScopeService().decide(data, RuleSets.shipped("everyone"));
        assertThat(result.issues()).isEmpty();
        assertThat(result.decisions())
                .hasSize(data.staff().size() * data.modules().size());
    }

    @Test
    void roleMatrixFitsTheFlagshipProgramme() {
        DataSet data = SampleGenerator.generate(SampleProgramme.NMFL_PHASE_2, 2_000, 7);
        ScopeResult result = new ScopeService().decide(data, RuleSets.shipped("role-matrix"));
        assertThat(result.issues()).isEmpty();
        assertThat(result.decisions()).extracting("ruleId").contains("ROW-002", "SCOPE-011", "SCOPE-042", "SCOPE-070");
    }
}
