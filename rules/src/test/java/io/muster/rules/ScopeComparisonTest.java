package io.muster.rules;

import static io.muster.rules.support.Fixtures.person;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;
import static org.assertj.core.api.Assertions.tuple;

import io.muster.data.model.DataSet;
import io.muster.data.plan.ScopeDecision.Decision;
import io.muster.rules.ScopeComparison.Count;
import io.muster.rules.ScopeComparison.Estimate;
import io.muster.rules.ScopeComparison.Move;
import io.muster.rules.support.Fixtures;
import io.muster.rules.support.RuleSets;
import org.junit.jupiter.api.Test;

class ScopeComparisonTest {
    private static final DataSet DATA = Fixtures.dataSet()
            .digital("DIG")
            .modules("C", "S")
            .person(person("A").of("CN", "ERPT"))
            .person(person("B").of("MO9", "DETENTION"))
            .person(person("D").of("CN", "ERPT").tags("LEADERSHIP_PATHWAY"))
            .person(person("E").of("CN", "ERPT").completed("C").leaves(Fixtures.LAST))
            .room(20, 10_000)
            .room(30, 10_000)
            .trainer(40_000, "C", "S")
            .trainer(50_000, "C")
            .build();

    private static ScopeResult decide(String ruleSet) {
        return new ScopeService().decide(DATA, RuleSets.shipped(ruleSet));
    }

    private static ScopeComparison compare(String first, String second) {
        return ScopeComparison.compare(decide(first), decide(second), DATA);
    }

    @Test
    void listsWhoMoves() {
        ScopeComparison comparison = compare("everyone", "role-matrix");
        assertThat(comparison.moves())
                .extracting(Move::staffId, Move::moduleId, Move::in, Move::to, Move::ruleId)
                .containsExactly(
                        tuple("A", "DIG", false, Decision.OUT_OF_SCOPE, "NO-ROW"),
                        tuple("B", "DIG", false, Decision.OUT_OF_SCOPE, "NO-ROW"),
                        tuple("B", "S", false, Decision.OUT_OF_SCOPE, "NO-ROW"),
                        tuple("D", "C", false, Decision.OUT_OF_SCOPE, "SCOPE-050"),
                        tuple("D", "DIG", false, Decision.OUT_OF_SCOPE, "SCOPE-050"),
                        tuple("D", "S", false, Decision.OUT_OF_SCOPE, "SCOPE-050"),
                        tuple("E", "DIG", false, Decision.OUT_OF_SCOPE, "SCOPE-042"),
                        tuple("E", "S", false, Decision.OUT_OF_SCOPE, "SCOPE-042"));
        assertThat(comparison.otherChanges()).isZero();
    }

    @Test
    void countsByBcuFunctionAndModule() {
        ScopeComparison comparison = compare("role-matrix", "everyone");
        assertThat(comparison.byBcu()).containsExactly(entry("CN", new Count(6, 0)), entry("MO9", new Count(2, 0)));
        assertThat(comparison.byFunction())
                .containsExactly(entry("DETENTION", new Count(2, 0)), entry("ERPT", new Count(6, 0)));
        assertThat(comparison.byModule())
                .containsExactly(
                        entry("C", new Count(1, 0)), entry("DIG", new Count(4, 0)), entry("S", new Count(3, 0)));
        assertThat(comparison.byModule().get("S").net()).isEqualTo(3);
    }

    /**
     * By hand, for "everyone": C has 3 requirements, so ⌈3 / 0.85⌉ = 4 seats, one session. Half a day's abstraction is
     * 3000 each; a seat and slot is 20000 / 50 = 400; two trainers for half a day at 45000 on average.
     */
    @Test
    void estimatesSeatsAndCostAsDocumented() {
        ScopeComparison comparison = compare("everyone", "role-matrix");
        assertThat(comparison.before())
                .containsExactly(
                        entry("C", new Estimate(3, 4, 9_000, 1_600, 45_000)),
                        entry("DIG", new Estimate(4, 0, 12_000, 0, 0)),
                        entry("S", new Estimate(4, 5, 12_000, 2_000, 40_000)));
        assertThat(comparison.after())
                .containsExactly(
                        entry("C", new Estimate(2, 3, 6_000, 1_200, 45_000)),
                        entry("DIG", new Estimate(0, 0, 0, 0, 0)),
                        entry("S", new Estimate(1, 2, 3_000, 800, 40_000)));
        assertThat(comparison.difference()).isEqualTo(new Estimate(-8, -4, -24_000, -1_600, 0));
        assertThat(comparison.difference().totalPence()).isEqualTo(-25_600);
    }

    @Test
    void findsNothingBetweenEqualResults() {
        ScopeComparison comparison = compare("everyone", "everyone");
        assertThat(comparison.moves()).isEmpty();
        assertThat(comparison.byBcu()).isEmpty();
        assertThat(comparison.difference()).isEqualTo(new Estimate(0, 0, 0, 0, 0));
    }

    @Test
    void refusesResultsAboutAnotherDataSet() {
        DataSet other = Fixtures.dataSet().modules("C").person(person("A")).build();
        ScopeResult result = new ScopeService().decide(other, RuleSets.shipped("everyone"));
        assertThatThrownBy(() -> ScopeComparison.compare(result, decide("everyone"), DATA))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("two data sets");
    }
}
