package io.muster.solver.check;

import static io.muster.solver.support.Fixtures.AM;
import static io.muster.solver.support.Fixtures.MODULE;
import static io.muster.solver.support.Fixtures.MONDAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.muster.solver.support.DataSetBuilder;
import io.muster.solver.support.Fixtures;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class AuditTextTest {

    private final DataSetBuilder data = Fixtures.dataSet().staff("P1", "P2", "P3");

    private AuditReport report(LocalDate date) {
        return new PlanAuditor(data.build())
                .audit(
                        Fixtures.plan(data.build())
                                .session("S1", date, AM)
                                .book("S1", "P1", "P2", "P3")
                                .require(MODULE, "P1")
                                .build(),
                        null);
    }

    @Test
    void aValidPlanReadsWell() {
        data.staff("P4");
        AuditReport report = new PlanAuditor(data.build())
                .audit(
                        Fixtures.plan(data.build())
                                .session("S1", MONDAY, AM)
                                .book("S1", "P1", "P2", "P3")
                                .require(MODULE, "P4")
                                .build(),
                        null);

        assertThat(new AuditText(3).render(report).lines().map(line -> line.replaceAll(" +", " ")))
                .startsWith("Valid: no hard rule is broken.", "", "Hard rules (points)", " H01 scope 0")
                .contains(" H18 frozen 0", " FORMAT 0")
                .containsSubsequence(
                        "Coverage",
                        " requirements 4",
                        " booked 3 (75.00%)",
                        " unbooked 1",
                        " shortfall 1",
                        "Cost",
                        " room £50.00",
                        " trainer £300.00",
                        " abstraction £180.00",
                        " seats £70.00")
                .endsWith("Sessions", " run 1", " occupancy 15.0%")
                .contains(" trajectory £0.50", " total £600.50"); // 1 behind when the last week ends
    }

    @Test
    void examplesAreShownUpToTheNumberAskedFor() {
        AuditReport broken = report(MONDAY.plusDays(5));

        assertThat(new AuditText(2).render(broken))
                .startsWith("NOT VALID: 3 points of hard rules, 0 of FORMAT.")
                .contains("P1 M1 2025-04-12: Booked on 2025-04-12, but it is not a training day.")
                .contains("P2 M1 2025-04-12: ")
                .doesNotContain("P3 M1 2025-04-12")
                .contains("and 1 more");
        assertThat(new AuditText(3).render(broken)).contains("P3 M1 2025-04-12").doesNotContain("more");
        assertThat(new AuditText(0).render(broken)).doesNotContain("P1 M1").doesNotContain("more");
    }

    @Test
    void poundsHaveThousandsAndPence() {
        data.trainer(Fixtures.TRAINER, trainer -> trainer.pencePerDay = 123_456_705);

        assertThat(new AuditText(0).render(report(MONDAY))).contains("£1,234,567.05");
    }

    @Test
    void aNegativeNumberOfExamplesIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new AuditText(-1)).withMessageContaining("-1");
    }
}
