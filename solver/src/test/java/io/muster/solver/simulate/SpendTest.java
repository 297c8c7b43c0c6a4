package io.muster.solver.simulate;

import static io.muster.solver.support.Fixtures.AM;
import static io.muster.solver.support.Fixtures.MONDAY;
import static io.muster.solver.support.Fixtures.PM;
import static io.muster.solver.support.Fixtures.TUESDAY;
import static org.assertj.core.api.Assertions.assertThat;

import io.muster.data.model.DataSet;
import io.muster.data.model.Programme.Budget;
import io.muster.data.plan.Plan;
import io.muster.solver.support.Fixtures;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpendTest {

    private final DataSet data = Fixtures.dataSet()
            .programme(programme -> programme.budget = List.of(new Budget("2025/26", 1_000_000)))
            .staff("P1", "P2", "P3")
            .build();

    private final Plan plan = Fixtures.plan(data)
            .session("S1", MONDAY, AM)
            .session("S2", MONDAY, PM)
            .session("S3", TUESDAY, AM)
            .book("S1", "P1")
            .book("S2", "P2")
            .book("S3", "P3")
            .build();

    @ParameterizedTest
    @CsvSource({"2025-03-31, 2024/25", "2025-04-01, 2025/26", "2025-12-31, 2025/26", "1999-06-01, 1999/00"})
    void financialYearsBeginInApril(LocalDate date, String year) {
        assertThat(Spend.financialYear(date)).isEqualTo(year);
    }

    @Test
    void roomsArePaidBySlotAndTrainersByDay() {
        Spend spend = new Spend(data);
        spend.add(plan, MONDAY, LocalDate.MAX);

        // Three slots at 5,000 pence; one trainer on two days at 30,000.
        assertThat(spend.byYear()).containsExactly(new YearSpend("2025/26", 15_000, 60_000, 1_000_000L));
        assertThat(spend.byYear().get(0).pence()).isEqualTo(75_000);
    }

    @Test
    void daysOutsideAreLeftOut() {
        Spend spend = new Spend(data);
        spend.add(plan, MONDAY, TUESDAY);

        assertThat(spend.byYear()).containsExactly(new YearSpend("2025/26", 10_000, 30_000, 1_000_000L));
    }

    @Test
    void aYearWithoutABudgetIsListedOnceItHasASession() {
        Spend spend = new Spend(Fixtures.dataSet().build());
        assertThat(spend.byYear()).isEmpty();

        spend.add(plan, MONDAY, LocalDate.MAX);

        assertThat(spend.byYear()).containsExactly(new YearSpend("2025/26", 15_000, 60_000, null));
    }
}
