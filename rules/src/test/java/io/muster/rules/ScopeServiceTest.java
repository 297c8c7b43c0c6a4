package io.muster.rules;

import static io.muster.rules.support.Fixtures.FIRST;
import static io.muster.rules.support.Fixtures.person;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.muster.data.issue.Issue;
import io.muster.data.model.Completion;
import io.muster.data.model.DataSet;
import io.muster.data.model.StaffMember;
import io.muster.data.model.TrainingModule;
import io.muster.data.plan.ScopeDecision;
import io.muster.data.plan.ScopeDecision.Decision;
import io.muster.data.sample.SampleGenerator;
import io.muster.data.sample.SampleProgramme;
import io.muster.rules.fact.Ground;
import io.muster.rules.support.Fixtures;
import io.muster.rules.support.RuleFolder;
import io.muster.rules.support.RuleSets;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScopeServiceTest {
    private final ScopeService service = new ScopeService();

    /** What an expectation says about one decision. */
    private record Expected(String staff, String module, Decision decision, LocalDate earliest, LocalDate latest) {}

    /** The default rule set again, in plain Java, day by day. */
    private static Expected oracle(DataSet data, StaffMember member, TrainingModule module, Set<String> completed) {
        LocalDate first = data.programme().firstDay();
        LocalDate last = data.programme().lastDay();
        if (completed.contains(member.id() + " " + module.id())) {
            return new Expected(member.id(), module.id(), Decision.CREDITED, null, null);
        }
        List<LocalDate> served = first.datesUntil(last.plusDays(1))
                .filter(day -> (member.joined() == null || !day.isBefore(member.joined()))
                        && (member.leaves() == null || day.isBefore(member.leaves())))
                .toList();
        boolean active = member.status().equals("ACTIVE");
        boolean everDeployable = served.stream().anyMatch(member::isDeployableOn);
        boolean leaves = member.leaves() != null && !member.leaves().isAfter(last);
        if (served.isEmpty() || (!everDeployable && leaves)) {
            return new Expected(member.id(), module.id(), Decision.OUT_OF_SCOPE, null, null);
        }
        LocalDate joins = served.get(0).isAfter(first) ? served.get(0) : null;
        LocalDate latest = leaves ? served.get(served.size() - 1) : null;
        if (active) {
            return new Expected(member.id(), module.id(), Decision.IN_SCOPE, joins, latest);
        }
        if (member.statusUntil() == null) {
            return new Expected(member.id(), module.id(), Decision.DEFERRED, null, null);
        }
        LocalDate from = member.statusUntil().plusDays(15);
        if (!from.isAfter(first)) {
            return new Expected(member.id(), module.id(), Decision.IN_SCOPE, joins, latest);
        }
        LocalDate earliest = joins != null && joins.isAfter(from) ? joins : from;
        return latest != null && earliest.isAfter(latest)
                ? new Expected(member.id(), module.id(), Decision.DEFERRED, null, null)
                : new Expected(member.id(), module.id(), Decision.DEFERRED, earliest, latest);
    }

    @Test
    void decidesFiveThousandPeopleAsAPlainReadingOfTheRulesDoes() {
        DataSet data = SampleGenerator.generate(SampleProgramme.NMFL_PHASE_2, 5_000, 11);
        Set<String> completed = data.completions().stream()
                .map(completion -> completion.staffId() + " " + completion.moduleId())
                .collect(Collectors.toSet());
        List<Expected> expected = new ArrayList<>();
        for (StaffMember member : data.staff()) {
            for (TrainingModule module : data.modules()) {
                expected.add(oracle(data, member, module, completed));
            }
        }
        expected.sort(Comparator.comparing(Expected::staff).thenComparing(Expected::module));
        List<Expected> got = service.decide(data, RuleSets.shipped("everyone")).decisions().stream()
                .map(one -> new Expected(one.staffId(), one.moduleId(), one.decision(), one.earliest(), one.latest()))
                .toList();
        assertThat(got).isEqualTo(expected).hasSize(30_000);
        assertThat(got)
                .extracting(Expected::decision)
                .contains(Decision.IN_SCOPE, Decision.CREDITED, Decision.DEFERRED, Decision.OUT_OF_SCOPE);
    }

    @Test
    void everybodyDeployableOnADayIsNeverOutOfScopeByDefault() {
        DataSet data = SampleGenerator.generate(SampleProgramme.NMFL_PHASE_1, 2_000, 5);
        Set<String> deployable = data.staff().stream()
                .filter(member -> data.programme()
                        .firstDay()
                        .datesUntil(data.programme().lastDay().plusDays(1))
                        .anyMatch(member::isDeployableOn))
                .map(StaffMember::id)
                .collect(Collectors.toSet());
        assertThat(service.decide(data, RuleSets.shipped("everyone")).decisions())
                .filteredOn(decision -> deployable.contains(decision.staffId()))
                .isNotEmpty()
                .extracting(ScopeDecision::decision)
                .doesNotContain(Decision.OUT_OF_SCOPE);
    }

    @Test
    void givesTheSameDecisionsWhateverTheOrderOfTheFiles() {
        DataSet data = SampleGenerator.generate(SampleProgramme.NMFL_PHASE_2, 300, 3);
        List<StaffMember> reversed = new ArrayList<>(data.staff());
        Collections.reverse(reversed);
        List<Completion> completions = new ArrayList<>(data.completions());
        Collections.reverse(completions);
        DataSet other = new DataSet(
                data.programme(),
                data.modules(),
                data.teams(),
                data.patterns(),
                reversed,
                completions,
                data.absences(),
                data.demand(),
                data.calendar(),
                data.venues(),
                data.rooms(),
                data.roomClosures(),
                data.trainers(),
                data.trainerAbsences());
        RuleSet ruleSet = RuleSets.shipped("role-matrix");
        assertThat(service.decide(other, ruleSet).decisions())
                .isEqualTo(service.decide(data, ruleSet).decisions());
    }

    @Test
    void sortsByCodePoints() {
        // U+FF5E stands before U+1F600, although its UTF-16 unit is the greater one.
        DataSet data = Fixtures.dataSet()
                .modules("b", "B", "\uD83D\uDE00", "\uFF5E")
                .person(person("p2"))
                .person(person("p10"))
                .build();
        assertThat(service.decide(data, RuleSets.shipped("everyone")).decisions())
                .extracting(ScopeDecision::staffId, ScopeDecision::moduleId)
                .startsWith(tuple("p10", "B"), tuple("p10", "b"), tuple("p10", "\uFF5E"), tuple("p10", "\uD83D\uDE00"))
                .endsWith(tuple("p2", "\uD83D\uDE00"));
    }

    @Test
    void aDataSetWithoutStaffHasNoDecisions() {
        DataSet data = Fixtures.dataSet().modules("C").build();
        ScopeResult result = service.decide(data, RuleSets.shipped("role-matrix"));
        assertThat(result.decisions()).isEmpty();
        assertThat(result.explain("P")).isEmpty();
    }

    @Test
    void warnsOfModulesThatTheSheetAndTheDataSetDoNotShare() {
        DataSet data = Fixtures.dataSet().modules("C", "W1").person(person("P")).build();
        assertThat(service.decide(data, RuleSets.shipped("role-matrix")).issues())
                .extracting(Issue::code, Issue::file, Issue::id)
                .contains(
                        tuple("RULE_VALUE_UNUSED", "scope.csv", "O"),
                        tuple("RULE_MODULE_UNCOVERED", "modules.csv", "W1"))
                .doesNotContain(tuple("RULE_MODULE_UNCOVERED", "modules.csv", "C"))
                .doesNotHaveDuplicates();
    }

    @Test
    void refusesValuesThatNeitherTheVocabularyNorTheDataSetHas(@TempDir Path folder) {
        RuleSet ruleSet =
                RuleSets.load(RuleFolder.of(folder, "CC,,,,,,IN_SCOPE,,,,R.", "C,,Sargeant,,,SOIT,IN_SCOPE,,,,R."));
        DataSet data = Fixtures.dataSet()
                .modules("C")
                .person(person("P").rank("Sergeant").tags("SOIT"))
                .build();
        assertThat(service.decide(data, ruleSet).issues())
                .extracting(Issue::code, Issue::row, Issue::column, Issue::id)
                .contains(
                        tuple("RULE_VALUE_UNKNOWN", 2, "module", "CC"),
                        tuple("RULE_VALUE_UNKNOWN", 3, "ranks", "Sargeant"))
                .doesNotContain(tuple("RULE_VALUE_UNKNOWN", 3, "tags", "SOIT"));
    }

    @Test
    void aClauseThatFailsOnADataSetIsABugWithItsCause(@TempDir Path folder) {
        RuleSet ruleSet = RuleSets.load(RuleFolder.copyOf("everyone", folder)
                .replace("ruleset.json", "returnGraceDays", "graceDays")
                .without("scenarios.csv"));
        assertThatThrownBy(() -> RuleSets.decide(ruleSet, person("P").away("MATERNITY", FIRST), "C"))
                .isInstanceOf(IllegalStateException.class)
                .rootCause()
                .hasMessageContaining("returnGraceDays");
    }

    @Test
    void aFamilyIsFoundByRoleAndFunctionThenByRoleThenByFunction(@TempDir Path folder) {
        RuleSet ruleSet = RuleSets.load(RuleFolder.of(
                        folder,
                        "C,BOTH,,,,,IN_SCOPE,,,,Both.",
                        "C,ROLE,,,,,IN_SCOPE,,,,Role.",
                        "C,FUNCTION,,,,,IN_SCOPE,,,,Function.")
                .file("families.csv", "role,function,family\nr1;r2,,ROLE\nr1,f1,BOTH\n,f1;f2,FUNCTION\n"));
        DataSet data = Fixtures.dataSet()
                .modules("C")
                .person(person("1").of("CN", "f1").role("r1"))
                .person(person("2").of("CN", "f1").role("r2"))
                .person(person("3").of("CN", "f2").role("r3"))
                .person(person("4").of("CN", "f3").role("r3"))
                .build();
        assertThat(service.decide(data, ruleSet).decisions())
                .extracting(ScopeDecision::ruleId)
                .containsExactly("ROW-002", "ROW-003", "ROW-004", "NO-ROW");
    }

    @Test
    void theNarrowerRowWins(@TempDir Path folder) {
        RuleSet ruleSet = RuleSets.load(RuleFolder.of(
                folder,
                ",,,,,,IN_SCOPE,,,,All.",
                "C,,,,ERPT,,OUT_OF_SCOPE,,,,Not response.",
                "C,,,,ERPT,SOIT,IN_SCOPE,2,2025-05-01,2025-06-30,But SOIT."));
        DataSet data = Fixtures.dataSet()
                .modules("C")
                .person(person("A").of("CN", "CID"))
                .person(person("B"))
                .person(person("C").tags("SOIT"))
                .build();
        ScopeResult result = service.decide(data, ruleSet);
        assertThat(result.decisions())
                .extracting(ScopeDecision::ruleId, ScopeDecision::decision, ScopeDecision::priority)
                .containsExactly(
                        tuple("ROW-002", Decision.IN_SCOPE, 0),
                        tuple("ROW-003", Decision.OUT_OF_SCOPE, 0),
                        tuple("ROW-004", Decision.IN_SCOPE, 2));
        assertThat(result.decisions().get(2).earliest()).isEqualTo(LocalDate.of(2025, 5, 1));
        assertThat(result.decisions().get(2).latest()).isEqualTo(LocalDate.of(2025, 6, 30));
    }

    @Test
    void aWorkbookDecidesLikeTheSameSheetInCsv(@TempDir Path folder) throws IOException {
        RuleFolder csv = RuleFolder.of(
                folder.resolve("csv"),
                "C,,PC,OFFICER,,,IN_SCOPE,1,2025-05-01,,Constables.",
                "D,,,,,,DEFERRED,staff,,,Later.");
        RuleFolder xlsx =
                RuleFolder.of(folder.resolve("xlsx")).without("scope.csv").bytes("scope.xlsx", workbook(false));
        DataSet data = Fixtures.dataSet()
                .modules("C", "D")
                .person(person("P"))
                .person(person("Q").rank("Sergeant"))
                .build();
        assertThat(service.decide(data, RuleSets.load(xlsx)).decisions())
                .isEqualTo(service.decide(data, RuleSets.load(csv)).decisions())
                .extracting(ScopeDecision::decision)
                .contains(Decision.IN_SCOPE, Decision.DEFERRED);
    }

    @Test
    void aFormulaInAWorkbookIsRefused(@TempDir Path folder) throws IOException {
        RuleFolder xlsx = RuleFolder.of(folder).without("scope.csv").bytes("scope.xlsx", workbook(true));
        assertThat(new RuleSetLoader().load(xlsx.path()).issues())
                .extracting(Issue::code, Issue::row, Issue::id)
                .contains(tuple("RULE_VALUE_UNPARSABLE", 2, "H2"));
    }

    private static byte[] workbook(boolean formula) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(bytes, "test", "1.0")) {
            Worksheet sheet = workbook.newWorksheet("scope");
            String[] header = {
                "module",
                "role_families",
                "ranks",
                "employment",
                "functions",
                "tags",
                "decision",
                "priority",
                "earliest",
                "latest",
                "reason"
            };
            for (int i = 0; i < header.length; i++) {
                sheet.value(0, i, header[i]);
            }
            sheet.value(1, 0, "C");
            sheet.value(1, 2, "PC");
            sheet.value(1, 3, "OFFICER");
            sheet.value(1, 6, "IN_SCOPE");
            if (formula) {
                sheet.formula(1, 7, "1+0");
            } else {
                sheet.value(1, 7, 1);
            }
            sheet.value(1, 8, LocalDate.of(2025, 5, 1));
            sheet.style(1, 8).format("yyyy-MM-dd").set();
            sheet.value(1, 10, "Constables.");
            sheet.value(2, 0, "D");
            sheet.value(2, 6, "DEFERRED");
            sheet.value(2, 7, "staff");
            sheet.value(2, 10, "Later.");
        }
        return bytes.toByteArray();
    }

    @Test
    void explainsARowWithItsSheetRowAndTheFactsItLookedAt() {
        DataSet data = Fixtures.dataSet().modules("C", "S").person(person("P")).build();
        ScopeTrace trace = service.decide(data, RuleSets.shipped("role-matrix"))
                .explain("P")
                .get(0);
        assertThat(trace.decision().moduleId()).isEqualTo("C");
        assertThat(trace.sheetRow()).isEqualTo(2);
        assertThat(trace.ruleName()).isEqualTo("ROW-002 row 2 of the sheet");
        assertThat(trace.ground()).isEqualTo(Ground.SHEET);
        assertThat(trace.facts()).containsExactly("role_family=ERPT");
        assertThat(trace.nearest()).isNull();
        assertThat(trace.overruled()).isEmpty();
    }

    @Test
    void explainsANegativeWithTheRowThatCameNearestAndWhatFailed() {
        DataSet data = Fixtures.dataSet()
                .modules("C", "N", "S")
                .person(person("P").of("MO12", "METCC"))
                .build();
        ScopeTrace trace = service.decide(data, RuleSets.shipped("role-matrix"))
                .explain("P")
                .get(1);
        assertThat(trace.decision().decision()).isEqualTo(Decision.OUT_OF_SCOPE);
        assertThat(trace.decision().reason()).isEqualTo("No row of the rule set asks module N of somebody like this.");
        assertThat(trace.nearest()).isNotNull();
        assertThat(trace.nearest().ruleId()).isEqualTo("ROW-002");
        assertThat(trace.nearest().failed()).containsExactly("role_families is METCC, the row asks for ERPT");
    }

    @Test
    void explainsAnExclusionWithTheRuleThatItOverruled() {
        DataSet data = Fixtures.dataSet()
                .modules("C")
                .person(person("P").tags("LEADERSHIP_PATHWAY"))
                .build();
        ScopeTrace trace = service.decide(data, RuleSets.shipped("role-matrix"))
                .explain("P")
                .get(0);
        assertThat(trace.ruleName()).isEqualTo("SCOPE-050 who is on a leadership pathway is out of scope");
        assertThat(trace.sheetRow()).isNull();
        assertThat(trace.facts()).containsExactly("tag=LEADERSHIP_PATHWAY");
        assertThat(trace.overruled()).extracting(ScopeTrace.Step::ruleId).containsExactly("ROW-002");
        assertThat(trace.nearest().ruleId()).isEqualTo("ROW-002");
        assertThat(trace.nearest().sheetRow()).isEqualTo(2);
    }

    @Test
    void explainsADeferralWithEveryRuleThatShapedIt() {
        DataSet data = Fixtures.dataSet()
                .modules("C")
                .person(person("P").away("MATERNITY", FIRST.plusDays(9)).joined(FIRST.plusDays(1)))
                .build();
        ScopeTrace trace =
                service.decide(data, RuleSets.shipped("everyone")).explain("P").get(0);
        assertThat(trace.applied())
                .extracting(ScopeTrace.Step::ruleId)
                .containsExactly("ROW-002", "SCOPE-030", "SCOPE-040");
        assertThat(trace.facts())
                .containsExactly(
                        "status=MATERNITY", "status_until=2025-04-16", "returnGraceDays=14", "joined=2025-04-08");
        assertThat(trace.nearest()).isNull();
    }
}
