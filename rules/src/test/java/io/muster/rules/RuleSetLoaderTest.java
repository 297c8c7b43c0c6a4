package io.muster.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.muster.data.issue.Issue;
import io.muster.data.issue.Severity;
import io.muster.rules.sheet.RuleIssue;
import io.muster.rules.support.RuleFolder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each check of a rule set: one way of breaking it, and the issue that names the place. */
class RuleSetLoaderTest {

    private record Broken(
            String name, UnaryOperator<RuleFolder> change, RuleIssue code, String file, Integer row, String column) {
        @Override
        public String toString() {
            return name;
        }
    }

    private static Broken sheet(String name, String row, RuleIssue code, String column) {
        return new Broken(name, folder -> folder.append("scope.csv", row + "\n"), code, "scope.csv", 12, column);
    }

    static List<Broken> broken() {
        List<Broken> all = new ArrayList<>(List.of(
                sheet("misspelt module", "CC,ERPT,,,,SOIT,IN_SCOPE,,,,R.", RuleIssue.RULE_VALUE_UNKNOWN, "module"),
                sheet(
                        "misspelt family",
                        "C,EPRT,,,,SOIT,IN_SCOPE,,,,R.",
                        RuleIssue.RULE_VALUE_UNKNOWN,
                        "role_families"),
                sheet(
                        "misspelt employment",
                        "C,ERPT,,OFICER,,SOIT,IN_SCOPE,,,,R.",
                        RuleIssue.RULE_VALUE_UNKNOWN,
                        "employment"),
                sheet("misspelt function", "C,ERPT,,,X,SOIT,IN_SCOPE,,,,R.", RuleIssue.RULE_VALUE_UNKNOWN, "functions"),
                sheet("misspelt tag", "C,ERPT,,,,SOID,IN_SCOPE,,,,R.", RuleIssue.RULE_VALUE_UNKNOWN, "tags"),
                sheet("misspelt decision", "C,ERPT,,,,SOIT,IN,,,,R.", RuleIssue.RULE_VALUE_UNKNOWN, "decision"),
                sheet("no decision", "C,ERPT,,,,SOIT,,,,,R.", RuleIssue.RULE_VALUE_MISSING, "decision"),
                sheet("priority 3", "C,ERPT,,,,SOIT,IN_SCOPE,3,,,R.", RuleIssue.RULE_VALUE_UNPARSABLE, "priority"),
                sheet(
                        "31 April",
                        "C,ERPT,,,,SOIT,IN_SCOPE,,2025-04-31,,R.",
                        RuleIssue.RULE_VALUE_UNPARSABLE,
                        "earliest"),
                sheet(
                        "latest before earliest",
                        "C,ERPT,,,,SOIT,IN_SCOPE,,2025-05-02,2025-05-01,R.",
                        RuleIssue.RULE_DATES_REVERSED,
                        "latest"),
                sheet("no reason", "C,ERPT,,,,SOIT,IN_SCOPE,,,,", RuleIssue.RULE_VALUE_MISSING, "reason"),
                sheet(
                        "reason like a formula",
                        "C,ERPT,,,,SOIT,OUT_OF_SCOPE,,,,=1+1",
                        RuleIssue.RULE_TEXT_LIKE_FORMULA,
                        "reason"),
                sheet(
                        "rows that disagree",
                        "C;DIG,ERPT;CID,,,,,OUT_OF_SCOPE,,,,R.",
                        RuleIssue.RULE_ROWS_OVERLAP,
                        "decision"),
                sheet(
                        "rows that disagree about the priority",
                        "C;DIG,ERPT,,,,,IN_SCOPE,2,,,R.",
                        RuleIssue.RULE_ROWS_OVERLAP,
                        "decision"),
                sheet("a row twice", "C;D;N;S,PCSO,,,,,IN_SCOPE,,,,R.", RuleIssue.RULE_ROW_NEVER_FIRES, null),
                sheet(
                        "a family of another function",
                        "C,ERPT,,,CID,,OUT_OF_SCOPE,,,,R.",
                        RuleIssue.RULE_ROW_NEVER_FIRES,
                        null),
                sheet("a row no scenario fires", "C,ERPT,,,,SOIT,IN_SCOPE,1,,,R.", RuleIssue.RULE_UNTESTED, null),
                new Broken(
                        "a row covered by narrower ones",
                        folder -> folder.append(
                                "scope.csv",
                                "C;D;N;S,PCSO,,PCSO,,,IN_SCOPE,1,,,R.\nC;D;N;S,PCSO,,OFFICER,,,IN_SCOPE,1,,,R.\n"
                                        + "C;D;N;S,PCSO,,STAFF;SPECIAL,,,IN_SCOPE,1,,,R.\n"),
                        RuleIssue.RULE_ROW_NEVER_FIRES,
                        "scope.csv",
                        4,
                        null),
                new Broken(
                        "a family without a row",
                        folder -> folder.replace(
                                "scope.csv", "C;D,DETENTION,,,,,IN_SCOPE,staff,,,Detention takes C and D.\n", ""),
                        RuleIssue.RULE_FAMILY_UNCOVERED,
                        "scope.csv",
                        null,
                        "role_families"),
                new Broken(
                        "no header",
                        folder -> folder.without("ruleset.json"),
                        RuleIssue.RULE_FILE_MISSING,
                        "ruleset.json",
                        null,
                        null),
                new Broken(
                        "no sheet",
                        folder -> folder.without("scope.csv"),
                        RuleIssue.RULE_FILE_MISSING,
                        "scope.csv",
                        null,
                        null),
                new Broken(
                        "two sheets",
                        folder -> folder.file("scope.xlsx", ""),
                        RuleIssue.RULE_DUPLICATE,
                        "scope.csv",
                        null,
                        null),
                new Broken(
                        "a sheet that is not UTF-8",
                        folder -> folder.bytes("scope.csv", "é".getBytes(StandardCharsets.ISO_8859_1)),
                        RuleIssue.RULE_FILE_UNREADABLE,
                        "scope.csv",
                        null,
                        null),
                new Broken(
                        "a workbook that is none",
                        folder -> folder.without("scope.csv").file("scope.xlsx", "module"),
                        RuleIssue.RULE_FILE_UNREADABLE,
                        "scope.xlsx",
                        null,
                        null),
                new Broken(
                        "a header that is not JSON",
                        folder -> folder.append("ruleset.json", "}"),
                        RuleIssue.RULE_FILE_UNREADABLE,
                        "ruleset.json",
                        null,
                        null),
                new Broken(
                        "a missing column",
                        folder -> folder.replace("scope.csv", ",latest,", ",last,"),
                        RuleIssue.RULE_COLUMN_MISSING,
                        "scope.csv",
                        1,
                        "latest"),
                new Broken(
                        "an unknown column",
                        folder -> folder.replace("scope.csv", ",latest,", ",latest,salience,"),
                        RuleIssue.RULE_COLUMN_UNKNOWN,
                        "scope.csv",
                        1,
                        "salience"),
                new Broken(
                        "an unknown field",
                        folder -> folder.replace("ruleset.json", "\"vocabulary\"", "\"vocabulry\""),
                        RuleIssue.RULE_COLUMN_UNKNOWN,
                        "ruleset.json",
                        null,
                        "vocabulry"),
                new Broken(
                        "an unknown default",
                        folder ->
                                folder.replace("ruleset.json", "\"parameters\"", "\"default\": \"IN\", \"parameters\""),
                        RuleIssue.RULE_VALUE_UNKNOWN,
                        "ruleset.json",
                        null,
                        "default"),
                new Broken(
                        "a default without a reason",
                        folder -> folder.replace(
                                "ruleset.json", "\"parameters\"", "\"default\": \"IN_SCOPE\", \"parameters\""),
                        RuleIssue.RULE_VALUE_MISSING,
                        "ruleset.json",
                        null,
                        "defaultReason"),
                new Broken(
                        "a role with two families",
                        folder -> folder.append("families.csv", ",ERPT,CID\n"),
                        RuleIssue.RULE_DUPLICATE,
                        "families.csv",
                        12,
                        "role"),
                new Broken(
                        "an equivalent of an unknown kind",
                        folder -> folder.append("equivalents.csv", "ROLE,SOIT,O,R.\n"),
                        RuleIssue.RULE_VALUE_UNKNOWN,
                        "equivalents.csv",
                        4,
                        "kind"),
                new Broken(
                        "a clause that does not compile",
                        folder -> folder.append("clauses.drl", "rule \"SCOPE-999 broken\" when Nothing() then end\n"),
                        RuleIssue.RULE_CLAUSE_INVALID,
                        "clauses.drl",
                        176,
                        null),
                new Broken(
                        "a clause without an id",
                        folder -> folder.append("clauses.drl", "rule \"pathway\" when PersonFacts() then end\n"),
                        RuleIssue.RULE_CLAUSE_INVALID,
                        "clauses.drl",
                        null,
                        null),
                new Broken(
                        "a clause with a salience",
                        folder -> folder.append(
                                "clauses.drl", "rule \"SCOPE-999 first\" salience 9 when PersonFacts() then end\n"),
                        RuleIssue.RULE_CLAUSE_INVALID,
                        "clauses.drl",
                        null,
                        null),
                new Broken(
                        "two clauses with one id",
                        folder ->
                                folder.append("clauses.drl", "rule \"SCOPE-010 again\" when PersonFacts() then end\n"),
                        RuleIssue.RULE_CLAUSE_INVALID,
                        "clauses.drl",
                        null,
                        null),
                new Broken(
                        "a clause that misses a parameter",
                        folder -> folder.replace("ruleset.json", "returnGraceDays", "graceDays"),
                        RuleIssue.RULE_CLAUSE_FAILED,
                        "scenarios.csv",
                        20,
                        null),
                new Broken(
                        "a clause that no scenario fires",
                        folder -> folder.file(
                                "more.drl",
                                "import io.muster.rules.fact.PersonFacts\n"
                                        + "rule \"SCOPE-999 nobody\" when PersonFacts( staffId == null ) then end\n"),
                        RuleIssue.RULE_UNTESTED,
                        "more.drl",
                        null,
                        null),
                new Broken(
                        "a scenario that expects something else",
                        folder -> folder.replace("scenarios.csv", "C,OUT_OF_SCOPE,SCOPE-050", "C,IN_SCOPE,SCOPE-050"),
                        RuleIssue.RULE_SCENARIO_FAILED,
                        "scenarios.csv",
                        26,
                        "expect"),
                new Broken(
                        "a scenario with a misspelt module",
                        folder -> folder.replace("scenarios.csv", "C,OUT_OF_SCOPE,SCOPE-050", "CC,OUT_OF_SCOPE,"),
                        RuleIssue.RULE_VALUE_UNKNOWN,
                        "scenarios.csv",
                        26,
                        "module"),
                new Broken(
                        "no scenarios",
                        folder -> folder.without("scenarios.csv"),
                        RuleIssue.RULE_UNTESTED,
                        "scenarios.csv",
                        null,
                        null)));
        return all;
    }

    @ParameterizedTest
    @MethodSource("broken")
    void namesWhatIsWrongAndWhere(Broken broken, @TempDir Path folder) {
        RuleFolder changed = broken.change().apply(RuleFolder.copyOf("role-matrix", folder));
        LoadedRuleSet loaded = new RuleSetLoader().load(changed.path());
        assertThat(loaded.issues()).anySatisfy(issue -> {
            assertThat(issue.code()).isEqualTo(broken.code().name());
            assertThat(issue.severity()).isEqualTo(broken.code().severity());
            assertThat(issue.file()).isEqualTo(broken.file());
            assertThat(issue.row()).isEqualTo(broken.row());
            assertThat(issue.column()).isEqualTo(broken.column());
            assertThat(issue.message()).isNotBlank();
        });
        boolean refused = loaded.issues().stream().anyMatch(issue -> issue.severity() == Severity.ERROR);
        assertThat(loaded.ruleSet().isEmpty()).isEqualTo(refused);
    }

    @Test
    void everyCheckIsTested() {
        Set<RuleIssue> tested = new TreeSet<>();
        broken().forEach(one -> tested.add(one.code()));
        // These three need a data set: see ScopeServiceTest and RoleMatrixRuleSetTest.
        tested.addAll(
                List.of(RuleIssue.RULE_ROLE_UNCOVERED, RuleIssue.RULE_VALUE_UNUSED, RuleIssue.RULE_MODULE_UNCOVERED));
        assertThat(tested).containsExactly(RuleIssue.values());
    }

    @Test
    void everyCodeIsExplained() {
        assertThat(Arrays.stream(RuleIssue.values()).map(RuleIssue::explanation))
                .allSatisfy(text -> assertThat(text).isNotBlank().endsWith("."))
                .doesNotHaveDuplicates();
    }

    @Test
    void reportsAllProblemsOfAllFilesAtOnce(@TempDir Path folder) {
        RuleFolder changed = RuleFolder.copyOf("role-matrix", folder)
                .append("scope.csv", "CC,EPRT,,,,,IN,3,x,,\n")
                .append("families.csv", ",,ERPT\n")
                .append("equivalents.csv", "TAG,SOIT,OO,R.\n")
                .append("scenarios.csv", "x,R,ERPT,PC,NOBODY,,,,,,,,,C,MAYBE,,,\n");
        assertThat(new RuleSetLoader().load(changed.path()).issues())
                .extracting(Issue::file, Issue::column)
                .contains(
                        tuple("scope.csv", "module"),
                        tuple("scope.csv", "role_families"),
                        tuple("scope.csv", "decision"),
                        tuple("scope.csv", "priority"),
                        tuple("scope.csv", "earliest"),
                        tuple("scope.csv", "reason"),
                        tuple("families.csv", "role"),
                        tuple("equivalents.csv", "credited"),
                        tuple("scenarios.csv", "employment"),
                        tuple("scenarios.csv", "expect"));
    }

    @Test
    void acceptsANarrowerRowThatDisagrees(@TempDir Path folder) {
        LoadedRuleSet loaded = new RuleSetLoader()
                .load(RuleFolder.copyOf("role-matrix", folder)
                        .append("scope.csv", "C,ERPT,,,,SOIT,OUT_OF_SCOPE,,,,R.\n")
                        .path());
        assertThat(loaded.ruleSet()).isPresent();
    }

    @Test
    void namesAFolderThatIsNotThere(@TempDir Path folder) {
        assertThat(new RuleSetLoader().load(folder.resolve("none")).issues())
                .extracting(Issue::code)
                .containsExactly("RULE_FILE_UNREADABLE");
    }

    @Test
    void aChangedByteChangesTheHash(@TempDir Path folder) {
        RuleFolder copy = RuleFolder.copyOf("everyone", folder);
        String before =
                new RuleSetLoader().load(copy.path()).ruleSet().orElseThrow().hash();
        copy.file("notes.txt", "not part of a rule set");
        assertThat(new RuleSetLoader().load(copy.path()).ruleSet().orElseThrow().hash())
                .isEqualTo(before);
        copy.append("scope.csv", "\n");
        assertThat(new RuleSetLoader().load(copy.path()).ruleSet().orElseThrow().hash())
                .isNotEqualTo(before);
    }
}
