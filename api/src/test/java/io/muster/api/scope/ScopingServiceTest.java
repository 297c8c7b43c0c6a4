package io.muster.api.scope;

import static org.assertj.core.api.Assertions.assertThat;

import io.muster.data.disruption.Disruptions;
import io.muster.data.model.DataSet;
import io.muster.data.plan.Disruption;
import io.muster.data.plan.Disruption.Kind;
import io.muster.data.plan.Plan;
import io.muster.data.sample.SampleGenerator;
import io.muster.data.sample.SampleProgramme;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Scope is decided once for as long as nothing it follows from is different. */
class ScopingServiceTest {

    private static final DataSet DATA = SampleGenerator.generate(SampleProgramme.NMFL_PHASE_2, 100, 1);
    private static final Plan NO_PLAN = new Plan(List.of(), List.of(), List.of(), List.of(), List.of(), null);

    private final ScopingService scoping = new ScopingService();

    private static DataSet after(Kind kind, String from, @Nullable String to) {
        String somebody = DATA.staff().get(0).id();
        Disruption disruption = new Disruption("X1", kind, somebody, from, to, null, null);
        return Disruptions.apply(DATA, LocalDate.of(2025, 5, 5), List.of(disruption), NO_PLAN)
                .dataSet();
    }

    @Test
    void anAbsenceChangesNoScope() {
        DecidedScope before = scoping.decide(DATA, null);

        DecidedScope then = scoping.decide(after(Kind.STAFF_ABSENT, "2025-05-12T00:00", "2025-05-13T00:00"), null);

        assertThat(then.result()).isSameAs(before.result());
    }

    @Test
    void aLeaverChangesIt() {
        DecidedScope before = scoping.decide(DATA, null);

        DecidedScope then = scoping.decide(after(Kind.STAFF_LEFT, "2025-05-12", null), null);

        assertThat(then.decisions()).isNotEqualTo(before.decisions());
    }

    @Test
    void anotherRuleSetDecidesByItself() {
        scoping.decide(DATA, null);

        assertThat(scoping.decide(DATA, "role-matrix").ruleSetId()).isEqualTo("role-matrix");
    }
}
