package io.muster.solver.check;

import static io.muster.solver.check.Audits.broken;
import static io.muster.solver.support.Fixtures.AM;
import static io.muster.solver.support.Fixtures.FRIDAY;
import static io.muster.solver.support.Fixtures.MONDAY;
import static io.muster.solver.support.Fixtures.PM;
import static io.muster.solver.support.Fixtures.TEAM;
import static io.muster.solver.support.Fixtures.TUESDAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import io.muster.data.model.DataSet;
import io.muster.data.model.DemandScope.Kind;
import io.muster.data.model.Team;
import io.muster.solver.check.Caps.Strength;
import io.muster.solver.support.DataSetBuilder;
import io.muster.solver.support.Fixtures;
import io.muster.solver.support.PlanBuilder;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** H12 abstraction and the definitions it stands on: Rostered, Absent and Cap. */
class AbstractionRuleTest {

    private final DataSetBuilder data = Fixtures.dataSet();

    @BeforeEach
    void tenPeople() {
        for (int i = 0; i < 10; i++) {
            data.staff("P" + i);
        }
    }

    private Strength strengthOn(LocalDate date) {
        DataSet built = data.build();
        Team team = built.teams().get(0);
        return new DataIndex(built).caps().on(team, date);
    }

    private void percentages(String ceiling, String minimumStrength) {
        data.programme(programme -> {
            programme.ceilingPct = ceiling;
            programme.minimumStrengthPct = minimumStrength;
        });
    }

    @ParameterizedTest
    @CsvSource({"7, 100, 7", "7, 101, 8", "12.5, 8, 1", "12.5, 9, 2", "67, 100, 67", "0, 50, 0", "33.3, 1000, 333"})
    void aShareIsExactAndRoundedUp(String pct, int count, int share) {
        assertThat(Caps.share(new BigDecimal(pct), count)).isEqualTo(share);
    }

    @Nested
    class Cap {

        @Test
        void isTheCeilingRoundedUp() {
            percentages("15", "0");
            assertThat(strengthOn(MONDAY)).isEqualTo(new Strength(10, 0, BigDecimal.ONE, 2));
        }

        @Test
        void isAtLeastOne() {
            percentages("0", "67");
            assertThat(strengthOn(MONDAY).cap()).isEqualTo(1);
        }

        @Test
        void leavesTheMinimumStrength() {
            percentages("50", "67"); // 5 may go by the ceiling; 10 - 7 = 3 by the strength
            assertThat(strengthOn(MONDAY).cap()).isEqualTo(3);

            data.absence("P0", "2025-04-07T16:59", "2025-04-07T20:00")
                    .absence("P1", "2025-04-01T00:00", "2025-05-01T00:00");
            assertThat(strengthOn(MONDAY)).isEqualTo(new Strength(10, 2, BigDecimal.ONE, 1));
        }

        @Test
        void isNeverNegative_evenWhereOneWouldBeTheLeast() {
            percentages("50", "100");
            data.absence("P0", "2025-04-07T00:00", "2025-04-08T00:00");
            assertThat(strengthOn(MONDAY).cap()).isZero();
        }

        @Test
        void usesTheTeamsOwnPercentages() {
            percentages("15", "0");
            data.team(TEAM, team -> team.ceilingPct = "40");
            assertThat(strengthOn(MONDAY).cap()).isEqualTo(4);

            data.team(TEAM, team -> team.minimumStrengthPct = "80");
            assertThat(strengthOn(MONDAY).cap()).isEqualTo(2);
        }

        @Test
        void countsTheDeployableWhoAreNotOnARestDay() {
            percentages("100", "0");
            data.pattern("REST", MONDAY, "R")
                    .staff("P0", staff -> staff.pattern = "REST")
                    .staff("P1", staff -> staff.leaves = MONDAY)
                    .staff("P2", staff -> staff.joined = TUESDAY)
                    .absence("P1", "2025-04-07T00:00", "2025-04-08T00:00");
            assertThat(strengthOn(MONDAY)).isEqualTo(new Strength(7, 0, BigDecimal.ONE, 7));
            assertThat(strengthOn(TUESDAY)).isEqualTo(new Strength(8, 0, BigDecimal.ONE, 8));
        }

        @Test
        void countsAsAbsentWhoeverIsAwayForAnyPartOfTheirDuty() {
            data.pattern("NIGHT", MONDAY, "22:00-07:30")
                    .team(TEAM, team -> team.pattern = "NIGHT")
                    .absence("P0", "2025-04-08T07:00", "2025-04-08T12:00") // the end of Monday's night
                    .absence("P1", "2025-04-08T07:30", "2025-04-08T12:00") // after it
                    .absence("P2", "2025-04-07T12:00", "2025-04-07T22:00") // before it
                    .absence("P3", "2025-04-07T22:00", "2025-04-07T22:01")
                    .absence("P3", "2025-04-08T01:00", "2025-04-08T02:00"); // twice in one night
            assertThat(strengthOn(MONDAY).absent()).isEqualTo(2);
        }

        @Test
        void isZeroWhenFrozen() {
            percentages("100", "0");
            data.demand(Kind.ALL, "", MONDAY, MONDAY, "0.0");
            assertThat(strengthOn(MONDAY).cap()).isZero();
            assertThat(strengthOn(TUESDAY).cap()).isEqualTo(10);
        }

        @Test
        void multipliesTheCeilingByTheFactorExactly() {
            percentages("70", "0");
            data.demand(Kind.TEAM, TEAM, MONDAY, TUESDAY, "0.1");
            assertThat(strengthOn(MONDAY).cap()).isEqualTo(1); // 10 x 70% x 0.1 = 0.7
            data.demand(Kind.TEAM, TEAM, TUESDAY, TUESDAY, "0.01");
            assertThat(strengthOn(TUESDAY).factor()).isEqualByComparingTo("0.01");
            assertThat(strengthOn(TUESDAY).cap()).isEqualTo(1); // at least 1 unless the factor is 0

            data.demand(Kind.ALL, "", FRIDAY, FRIDAY, "0.5");
            assertThat(strengthOn(FRIDAY).cap()).isEqualTo(4); // 3.5
        }

        @Test
        void takesTheSmallestFactorThatCoversTeamAndDay() {
            percentages("100", "0");
            data.demand(Kind.ALL, "", MONDAY, FRIDAY, "0.9")
                    .demand(Kind.BCU, "B1", TUESDAY, TUESDAY, "0.5")
                    .demand(Kind.FUNCTION, "ERPT", TUESDAY, TUESDAY, "0.7")
                    .demand(Kind.FUNCTION, "CID", TUESDAY, TUESDAY, "0.2")
                    .demand(Kind.BCU, "B2", TUESDAY, TUESDAY, "0.1")
                    .demand(Kind.TEAM, "T2", TUESDAY, TUESDAY, "0");
            assertThat(strengthOn(MONDAY).cap()).isEqualTo(9);
            assertThat(strengthOn(TUESDAY).cap()).isEqualTo(5);
            assertThat(strengthOn(FRIDAY).cap()).isEqualTo(9);
            assertThat(strengthOn(FRIDAY.plusDays(1)).cap()).isEqualTo(10);
        }
    }

    @Nested
    class H12Abstraction {

        private PlanBuilder booked(String... staff) {
            return Fixtures.plan(data.build()).session("S1", MONDAY, AM).book("S1", staff);
        }

        @Test
        void headsUpToTheCapAreFine_eachBeyondIsAPoint() {
            percentages("15", "0");

            assertThat(broken(data, booked("P0", "P1"))).isEmpty();
            assertThat(broken(data, booked("P0", "P1", "P2"))).containsExactly(entry("H12", 1L));
            assertThat(broken(data, booked("P0", "P1", "P2", "P3", "P4"))).containsExactly(entry("H12", 3L));
        }

        @Test
        void aPersonBookedTwiceOnADayIsOneHead() {
            percentages("10", "0");
            data.module("PLT", DataSetBuilder.ModuleFields::digital);

            assertThat(broken(data, booked("P0").bookDigital("P0", "PLT", MONDAY, PM)))
                    .isEmpty();
            assertThat(broken(data, booked("P0").bookDigital("P1", "PLT", MONDAY, PM)))
                    .containsExactly(entry("H12", 1L));
            assertThat(broken(data, booked("P0").bookDigital("P1", "PLT", TUESDAY, PM)))
                    .isEmpty();
        }

        @Test
        void teamsHaveACapEach() {
            percentages("10", "0");
            data.team("T2", team -> {}).staff("Z1", staff -> staff.team = "T2");

            assertThat(broken(data, booked("P0", "Z1"))).isEmpty();
        }

        @Test
        void someoneOnARestDayIsNoHead() {
            percentages("10", "0");
            data.programme(programme -> programme.restDayTraining = true)
                    .pattern("REST", MONDAY, "R")
                    .staff("P1", staff -> staff.pattern = "REST");

            assertThat(broken(data, booked("P0", "P1"))).isEmpty();
        }

        @Test
        void someoneNotDeployableIsAHeadAllTheSame() {
            percentages("10", "0");
            data.staff("P1", staff -> staff.status = "CAREER_BREAK");

            assertThat(broken(data, booked("P0", "P1"))).containsExactly(entry("H05", 1L), entry("H12", 1L));
        }

        @Test
        void aFrozenDayTakesNobody() {
            data.demand(Kind.ALL, "", MONDAY, MONDAY, "0");

            assertThat(broken(data, booked("P0", "P1"))).containsExactly(entry("H12", 2L));
        }
    }
}
