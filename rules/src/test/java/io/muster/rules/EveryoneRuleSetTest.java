package io.muster.rules;

import static io.muster.rules.support.Fixtures.FIRST;
import static io.muster.rules.support.Fixtures.LAST;
import static io.muster.rules.support.Fixtures.person;
import static org.assertj.core.api.Assertions.assertThat;

import io.muster.data.plan.ScopeDecision;
import io.muster.data.plan.ScopeDecision.Decision;
import io.muster.rules.support.Fixtures.Person;
import io.muster.rules.support.RuleSets;
import java.time.LocalDate;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Each clause of the default rule set: match, near miss, boundary dates. */
class EveryoneRuleSetTest {
    private static final LocalDate MAY_31 = LocalDate.of(2025, 5, 31);

    private static ScopeDecision decide(Person person) {
        return RuleSets.decide(RuleSets.shipped("everyone"), person, "C");
    }

    private static void assertDecision(
            Person person, Decision decision, String rule, LocalDate earliest, LocalDate latest) {
        ScopeDecision got = decide(person);
        assertThat(got.decision()).isEqualTo(decision);
        assertThat(got.ruleId()).isEqualTo(rule);
        assertThat(got.earliest()).isEqualTo(earliest);
        assertThat(got.latest()).isEqualTo(latest);
    }

    @Nested
    class Row002 {
        @Test
        void putsAnyRoleInScope() {
            assertDecision(person("P").of("X", "Ça va?"), Decision.IN_SCOPE, "ROW-002", null, null);
        }

        @Test
        void takesThePriorityOfTheStaffMember() {
            assertThat(decide(person("P").priority(2)).priority()).isEqualTo(2);
        }

        @Test
        void hasNoClauseForPathwaysOrEquivalents() {
            assertDecision(person("P").tags("LEADERSHIP_PATHWAY", "SOIT"), Decision.IN_SCOPE, "ROW-002", null, null);
        }
    }

    @Nested
    class Scope010 {
        @Test
        void creditsACompletedModule() {
            assertDecision(person("P").completed("C"), Decision.CREDITED, "SCOPE-010", null, null);
            assertThat(decide(person("P").completed("C")).reason()).isEqualTo("Completed on 28 March 2025 (LMS).");
        }

        @Test
        void leavesOtherModulesInScope() {
            assertDecision(person("P").completed("D"), Decision.IN_SCOPE, "ROW-002", null, null);
        }
    }

    @Nested
    class Scope020 {
        @Test
        void takesOutWhoLeftByTheFirstDay() {
            assertDecision(person("P").leaves(FIRST), Decision.OUT_OF_SCOPE, "SCOPE-020", null, null);
            assertThat(decide(person("P").leaves(FIRST)).reason())
                    .isEqualTo("Left on 7 April 2025, before a first training day.");
        }

        @Test
        void keepsWhoIsThereOnTheFirstDayAlone() {
            assertDecision(person("P").leaves(FIRST.plusDays(1)), Decision.IN_SCOPE, "ROW-002", null, FIRST);
        }

        @Test
        void takesOutWhoJoinsAfterTheLastDay() {
            assertDecision(person("P").joined(LAST.plusDays(1)), Decision.OUT_OF_SCOPE, "SCOPE-020", null, null);
        }

        @Test
        void takesOutWhoLeavesOnTheDayOfJoining() {
            assertDecision(person("P").joined(MAY_31).leaves(MAY_31), Decision.OUT_OF_SCOPE, "SCOPE-020", null, null);
        }
    }

    @Nested
    class Scope021 {
        @Test
        void takesOutWhoLeavesOnTheDayOfReturn() {
            assertDecision(
                    person("P").away("CAREER_BREAK", MAY_31).leaves(MAY_31.plusDays(1)),
                    Decision.OUT_OF_SCOPE,
                    "SCOPE-021",
                    null,
                    null);
        }

        @Test
        void takesOutWhoLeavesWithoutAReturnDate() {
            assertDecision(
                    person("P").away("LONG_SICK", null).leaves(MAY_31), Decision.OUT_OF_SCOPE, "SCOPE-021", null, null);
        }

        @Test
        void defersWithoutADateWhoIsBackForADayWithinTheReturnPeriod() {
            assertDecision(
                    person("P").away("CAREER_BREAK", MAY_31).leaves(MAY_31.plusDays(2)),
                    Decision.DEFERRED,
                    "SCOPE-030",
                    null,
                    null);
        }
    }

    @Nested
    class Scope030 {
        @Test
        void defersToTheReturnAndFourteenDays() {
            assertDecision(
                    person("P").away("MATERNITY", MAY_31),
                    Decision.DEFERRED,
                    "SCOPE-030",
                    LocalDate.of(2025, 6, 15),
                    null);
        }

        @Test
        void defersByADayWhoseReturnPeriodEndsAfterTheFirstDay() {
            assertDecision(
                    person("P").away("MATERNITY", FIRST.minusDays(14)),
                    Decision.DEFERRED,
                    "SCOPE-030",
                    FIRST.plusDays(1),
                    null);
        }

        @Test
        void leavesInScopeWhoseReturnPeriodEndsOnTheFirstDay() {
            assertDecision(
                    person("P").away("MATERNITY", FIRST.minusDays(15)), Decision.IN_SCOPE, "ROW-002", null, null);
        }

        @Test
        void isNoRequirementWhenItEndsAfterTheLastDay() {
            ScopeDecision last = decide(person("P").away("MATERNITY", LAST.minusDays(15)));
            ScopeDecision after = decide(person("P").away("MATERNITY", LAST.minusDays(14)));
            assertThat(last.isRequirement(LAST)).isTrue();
            assertThat(after.isRequirement(LAST)).isFalse();
            assertThat(after.decision()).isEqualTo(Decision.DEFERRED);
        }

        @Test
        void givesWayToACompletion() {
            assertDecision(
                    person("P").away("MATERNITY", MAY_31).completed("C"), Decision.CREDITED, "SCOPE-010", null, null);
        }

        @Test
        void keepsTheDayOfLeavingAsTheLatest() {
            assertDecision(
                    person("P").away("MATERNITY", MAY_31).leaves(LocalDate.of(2025, 7, 1)),
                    Decision.DEFERRED,
                    "SCOPE-030",
                    LocalDate.of(2025, 6, 15),
                    LocalDate.of(2025, 6, 30));
        }
    }

    @Nested
    class Scope031 {
        @Test
        void defersWithoutADate() {
            assertDecision(person("P").away("LONG_SICK", null), Decision.DEFERRED, "SCOPE-031", null, null);
        }

        @Test
        void isNotForTheActive() {
            assertDecision(person("P").away("ACTIVE", null), Decision.IN_SCOPE, "ROW-002", null, null);
        }
    }

    @Nested
    class Scope040 {
        @Test
        void startsOnTheDayOfJoining() {
            assertDecision(person("P").joined(LAST), Decision.IN_SCOPE, "ROW-002", LAST, null);
        }

        @Test
        void isNotForWhoJoinsOnTheFirstDay() {
            assertDecision(person("P").joined(FIRST), Decision.IN_SCOPE, "ROW-002", null, null);
        }

        @Test
        void isToldInTheReason() {
            assertThat(decide(person("P").joined(MAY_31)).reason())
                    .isEqualTo("Everybody deployable takes every module of this programme. Joins on 31 May 2025.");
        }
    }

    @Nested
    class Scope041 {
        @Test
        void endsOnTheDayBeforeLeaving() {
            assertDecision(person("P").leaves(LAST), Decision.IN_SCOPE, "ROW-002", null, LAST.minusDays(1));
        }

        @Test
        void isNotForWhoLeavesAfterTheLastDay() {
            assertDecision(person("P").leaves(LAST.plusDays(1)), Decision.IN_SCOPE, "ROW-002", null, null);
        }
    }
}
