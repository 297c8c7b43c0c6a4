package io.muster.rules;

import static io.muster.rules.support.Fixtures.FIRST;
import static io.muster.rules.support.Fixtures.LAST;
import static io.muster.rules.support.Fixtures.person;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.muster.data.issue.Issue;
import io.muster.data.model.DataSet;
import io.muster.data.model.StaffMember.Employment;
import io.muster.data.plan.ScopeDecision;
import io.muster.data.plan.ScopeDecision.Decision;
import io.muster.rules.support.Fixtures;
import io.muster.rules.support.Fixtures.Person;
import io.muster.rules.support.RuleFolder;
import io.muster.rules.support.RuleSets;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each clause of the role matrix: match, near miss, boundary dates. And the matrix itself. */
class RoleMatrixRuleSetTest {

    private static ScopeDecision decide(Person person, String module) {
        return RuleSets.decide(RuleSets.shipped("role-matrix"), person, module);
    }

    private static void assertDecision(Person person, String module, Decision decision, String rule) {
        assertDecision(person, module, decision, rule, null);
    }

    private static void assertDecision(
            Person person, String module, Decision decision, String rule, LocalDate earliest) {
        ScopeDecision got = decide(person, module);
        assertThat(got.decision()).isEqualTo(decision);
        assertThat(got.ruleId()).isEqualTo(rule);
        assertThat(got.earliest()).isEqualTo(earliest);
        assertThat(got.latest()).isNull();
    }

    @Test
    void decidesAsTheGoldenMatrix() throws IOException {
        List<String> functions = List.of(
                "ERPT",
                "NEIGHBOURHOOD",
                "PCSO",
                "CID",
                "PUBLIC_PROTECTION",
                "METCC",
                "DETENTION",
                "RTPC",
                "TASKFORCE",
                "ARV");
        Fixtures fixtures = Fixtures.dataSet()
                .digital("DIG")
                .modules("C", "D")
                .module("O", "DIG")
                .modules("N", "S");
        functions.forEach(function -> fixtures.person(person(function).of("CN", function)));
        ScopeResult result = new ScopeService().decide(fixtures.build(), RuleSets.shipped("role-matrix"));
        Map<String, Map<String, Decision>> matrix = new TreeMap<>();
        result.decisions()
                .forEach(decision -> matrix.computeIfAbsent(decision.staffId(), id -> new TreeMap<>())
                        .put(decision.moduleId(), decision.decision()));
        StringBuilder csv = new StringBuilder("function,C,D,DIG,N,O,S\n");
        functions.forEach(function -> {
            csv.append(function);
            matrix.get(function).values().forEach(decision -> csv.append(',').append(decision));
            csv.append('\n');
        });
        try (InputStream golden = RoleMatrixRuleSetTest.class.getResourceAsStream("/golden/role-matrix.csv")) {
            assertThat(csv).hasToString(new String(golden.readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    @Nested
    class Scope010 {
        @Test
        void creditsACompletedModuleEvenOfALeaver() {
            assertDecision(person("P").completed("C").leaves(FIRST), "C", Decision.CREDITED, "SCOPE-010");
        }

        @Test
        void creditsNothingElse() {
            assertDecision(person("P").completed("C"), "D", Decision.IN_SCOPE, "ROW-002");
        }
    }

    @Nested
    class Scope011 {
        @Test
        void creditsSexualOffencesInvestigatorsWithO() {
            Person soit = person("P").of("CN", "PUBLIC_PROTECTION").tags("SOIT");
            assertDecision(soit, "O", Decision.CREDITED, "SCOPE-011");
            assertDecision(soit, "C", Decision.IN_SCOPE, "ROW-006");
        }

        @Test
        void creditsNobodyForAnotherTag() {
            assertDecision(person("P").of("CN", "PUBLIC_PROTECTION").tags("soit"), "O", Decision.IN_SCOPE, "ROW-006");
        }
    }

    @Nested
    class Scope012 {
        @Test
        void creditsAnEquivalentModule() {
            DataSet data = Fixtures.dataSet()
                    .digital("DIG")
                    .digital("RASSO")
                    .person(person("P").completed("RASSO"))
                    .person(person("Q"))
                    .build();
            assertThat(new ScopeService()
                            .decide(data, RuleSets.shipped("role-matrix"))
                            .decisions())
                    .extracting("staffId", "moduleId", "decision", "ruleId")
                    .containsExactly(
                            tuple("P", "DIG", Decision.CREDITED, "SCOPE-012"),
                            tuple("P", "RASSO", Decision.CREDITED, "SCOPE-010"),
                            tuple("Q", "DIG", Decision.OUT_OF_SCOPE, "NO-ROW"),
                            tuple("Q", "RASSO", Decision.OUT_OF_SCOPE, "NO-ROW"));
        }
    }

    @Nested
    class Scope020 {
        @Test
        void takesOutWhoJoinsAfterTheLastDay() {
            assertDecision(person("P").joined(LAST.plusDays(1)), "C", Decision.OUT_OF_SCOPE, "SCOPE-020");
        }

        @Test
        void leavesInWhoJoinsOnTheLastDay() {
            assertDecision(person("P").joined(LAST), "C", Decision.IN_SCOPE, "ROW-002", LAST);
        }
    }

    @Nested
    class Scope030 {
        @Test
        void defersToTheReturnAndFourteenDays() {
            assertDecision(
                    person("P").away("MATERNITY", LocalDate.of(2025, 5, 31)),
                    "C",
                    Decision.DEFERRED,
                    "SCOPE-030",
                    LocalDate.of(2025, 6, 15));
        }

        @Test
        void putsNobodyInScopeOfWhatTheirRoleDoesNotTake() {
            assertDecision(
                    person("P").of("MO9", "DETENTION").away("MATERNITY", LocalDate.of(2025, 5, 31)),
                    "S",
                    Decision.OUT_OF_SCOPE,
                    "NO-ROW");
        }

        @Test
        void leavesInScopeWhoseReturnPeriodEndsOnTheFirstDay() {
            assertDecision(person("P").away("MATERNITY", FIRST.minusDays(15)), "C", Decision.IN_SCOPE, "ROW-002");
        }
    }

    @Nested
    class Scope031 {
        @Test
        void defersWithoutADate() {
            assertDecision(person("P").away("LONG_SICK", null), "C", Decision.DEFERRED, "SCOPE-031");
        }
    }

    @Nested
    class Scope040 {
        @Test
        void startsOnTheDayOfJoining() {
            assertDecision(person("P").joined(FIRST.plusDays(1)), "C", Decision.IN_SCOPE, "ROW-002", FIRST.plusDays(1));
        }
    }

    @Nested
    class Scope042 {
        @Test
        void takesOutWhoIsGoneOnTheLastDay() {
            assertDecision(person("P").leaves(LAST), "C", Decision.OUT_OF_SCOPE, "SCOPE-042");
        }

        @Test
        void leavesInWhoIsThereToTheEnd() {
            assertDecision(person("P").leaves(LAST.plusDays(1)), "C", Decision.IN_SCOPE, "ROW-002");
        }
    }

    @Nested
    class Scope050 {
        @Test
        void takesOutWhoIsOnALeadershipPathway() {
            assertDecision(person("P").tags("LEADERSHIP_PATHWAY"), "C", Decision.OUT_OF_SCOPE, "SCOPE-050");
        }

        @Test
        void goesBeforeAnOptIn() {
            assertDecision(
                    person("P").tags("LEADERSHIP_PATHWAY", "VOLUNTEER"), "C", Decision.OUT_OF_SCOPE, "SCOPE-050");
        }
    }

    @Nested
    class Scope060 {
        @Test
        void defersRecruitsToTheEndOfTheirTraining() {
            assertDecision(
                    person("P").tags("RECRUIT").joined(FIRST.minusDays(111)),
                    "C",
                    Decision.DEFERRED,
                    "SCOPE-060",
                    FIRST.plusDays(1));
        }

        @Test
        void leavesInWhoFinishedOnTheFirstDay() {
            assertDecision(person("P").tags("RECRUIT").joined(FIRST.minusDays(112)), "C", Decision.IN_SCOPE, "ROW-002");
        }

        @Test
        void isNotForExperiencedJoiners() {
            assertDecision(person("P").joined(FIRST.minusDays(1)), "C", Decision.IN_SCOPE, "ROW-002");
        }

        @Test
        void countsTheLaterOfReturnAndTraining() {
            LocalDate joined = LocalDate.of(2025, 3, 3);
            assertDecision(
                    person("P").tags("RECRUIT").joined(joined).away("LONG_SICK", LocalDate.of(2025, 5, 31)),
                    "C",
                    Decision.DEFERRED,
                    "SCOPE-060",
                    joined.plusDays(112));
        }
    }

    @Nested
    class Scope061 {
        @Test
        void defersRecruitsWithoutAJoiningDate() {
            assertDecision(person("P").tags("RECRUIT"), "C", Decision.DEFERRED, "SCOPE-061");
        }
    }

    @Nested
    class Scope070 {
        @Test
        void bringsTheDigitalPrerequisiteInScope() {
            assertDecision(person("P"), "DIG", Decision.IN_SCOPE, "SCOPE-070");
            assertDecision(person("P"), "O", Decision.IN_SCOPE, "ROW-002");
        }

        @Test
        void bringsNothingForACreditedModule() {
            assertDecision(person("P").completed("O"), "DIG", Decision.OUT_OF_SCOPE, "NO-ROW");
        }

        @Test
        void leavesACompletedPrerequisiteCredited() {
            assertDecision(person("P").completed("DIG"), "DIG", Decision.CREDITED, "SCOPE-010");
        }

        @Test
        void followsChainsOfDigitalModules() {
            DataSet data = Fixtures.dataSet()
                    .digital("X")
                    .digitalAfter("DIG", "X")
                    .module("O", "DIG")
                    .person(person("P"))
                    .build();
            ScopeResult result = new ScopeService().decide(data, RuleSets.shipped("role-matrix"));
            assertThat(result.decisions()).extracting("ruleId").containsExactly("SCOPE-070", "ROW-002", "SCOPE-070");
        }
    }

    @Nested
    class Scope071 {
        @Test
        void defersWhatFollowsAMissingModuleThatIsNotDigital() {
            DataSet data = Fixtures.dataSet()
                    .modules("X")
                    .module("O", "X")
                    .person(person("P"))
                    .person(person("Q").completed("X"))
                    .build();
            ScopeResult result = new ScopeService().decide(data, RuleSets.shipped("role-matrix"));
            assertThat(result.decisions())
                    .extracting("decision")
                    .containsExactly(Decision.DEFERRED, Decision.OUT_OF_SCOPE, Decision.IN_SCOPE, Decision.CREDITED);
        }

        @Test
        void defersWhatFollowsAMissingDigitalModuleWherePolicyIsToWait(@TempDir Path folder) {
            RuleSet waiting = RuleSets.load(RuleFolder.copyOf("role-matrix", folder)
                    .replace("ruleset.json", "BRING_IN_SCOPE", "DEFER")
                    .without("scenarios.csv"));
            assertThat(RuleSets.decide(waiting, person("P"), "O").decision()).isEqualTo(Decision.DEFERRED);
            assertThat(RuleSets.decide(waiting, person("P"), "O").ruleId()).isEqualTo("SCOPE-071");
            assertThat(RuleSets.decide(waiting, person("P"), "DIG").decision()).isEqualTo(Decision.OUT_OF_SCOPE);
        }
    }

    @Nested
    class Scope080 {
        @Test
        void putsVolunteersInScope() {
            Person volunteer = person("P").of("MO9", "DETENTION").tags("VOLUNTEER");
            assertDecision(volunteer, "S", Decision.IN_SCOPE, "SCOPE-080");
            assertDecision(volunteer, "DIG", Decision.IN_SCOPE, "SCOPE-070");
        }

        @Test
        void leavesOthersOut() {
            assertDecision(person("P").of("MO9", "DETENTION"), "S", Decision.OUT_OF_SCOPE, "NO-ROW");
        }
    }

    @Nested
    class Scope081 {
        @Test
        void takesOutSpecialConstables() {
            assertDecision(person("P").employment(Employment.SPECIAL), "C", Decision.OUT_OF_SCOPE, "SCOPE-081");
        }

        @Test
        void leavesInThoseWhoVolunteer() {
            assertDecision(
                    person("P").employment(Employment.SPECIAL).tags("VOLUNTEER"), "C", Decision.IN_SCOPE, "SCOPE-080");
        }
    }

    @Test
    void reportsARoleWithoutARowAsAnError() {
        DataSet data = Fixtures.dataSet()
                .modules("C")
                .person(person("P").of("CN", "DOG_SECTION").role("Handler"))
                .person(person("Q"))
                .build();
        ScopeResult result = new ScopeService().decide(data, RuleSets.shipped("role-matrix"));
        assertThat(result.issues())
                .filteredOn(issue -> issue.code().equals("RULE_ROLE_UNCOVERED"))
                .singleElement()
                .satisfies(issue -> {
                    assertThat(issue.id()).isEqualTo("Handler");
                    assertThat(issue.file()).isEqualTo("staff.csv");
                    assertThat(issue.message()).contains("DOG_SECTION", "staff: 1");
                });
        assertThat(result.decisions()).hasSize(2);
    }

    @Test
    void reportsNoRoleWhereTheRuleSetSaysWhatTheDefaultIs(@TempDir Path folder) {
        RuleSet withDefault = RuleSets.load(RuleFolder.copyOf("role-matrix", folder)
                .replace(
                        "ruleset.json",
                        "\"parameters\"",
                        "\"default\": \"IN_SCOPE\", \"defaultReason\": \"Others take everything.\", \"parameters\""));
        Person handler = person("P").of("CN", "DOG_SECTION");
        ScopeDecision decision = RuleSets.decide(withDefault, handler, "C");
        assertThat(decision.ruleId()).isEqualTo("DEFAULT");
        assertThat(decision.reason()).isEqualTo("Others take everything.");
        assertThat(decision.decision()).isEqualTo(Decision.IN_SCOPE);
        DataSet data = Fixtures.dataSet().modules("C").person(handler).build();
        assertThat(new ScopeService().decide(data, withDefault).issues())
                .extracting(Issue::code)
                .doesNotContain("RULE_ROLE_UNCOVERED");
    }
}
