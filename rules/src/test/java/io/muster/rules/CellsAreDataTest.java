package io.muster.rules;

import static io.muster.rules.support.Fixtures.person;
import static org.assertj.core.api.Assertions.assertThat;

import io.muster.data.issue.Issue;
import io.muster.data.issue.Severity;
import io.muster.data.model.DataSet;
import io.muster.data.plan.ScopeDecision;
import io.muster.data.plan.ScopeDecision.Decision;
import io.muster.rules.fact.SafeText;
import io.muster.rules.sheet.RowRules;
import io.muster.rules.sheet.ScopeSheet;
import io.muster.rules.sheet.ScopeSheetReader;
import io.muster.rules.sheet.Vocabulary;
import io.muster.rules.support.Fixtures;
import io.muster.rules.support.RuleFolder;
import io.muster.rules.support.RuleSets;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Nothing typed in a sheet can run as code. */
class CellsAreDataTest {
    private static final String TRIPWIRE = "muster.cells.ran";
    private static final String RUN = "System.setProperty(\"" + TRIPWIRE + "\", \"yes\")";

    static List<String> attacks() {
        return List.of(
                "\"); " + RUN + "; //",
                "\")) then " + RUN + " end rule \"x\" when eval(true",
                "\" || eval(" + RUN + " == null) || \"",
                "\\\"); " + RUN + " /*",
                "\\u0022); " + RUN + "; //",
                "\n    eval(" + RUN + " != null)\n",
                "@{row}",
                "@{families} @if{row} " + RUN + " @end{}",
                "${" + RUN + "}",
                "end template",
                "” ); " + RUN + "; “",
                "'; " + RUN + "; '",
                "null",
                "true",
                "*",
                "1 || 1",
                "k_ERPT");
    }

    @BeforeEach
    @AfterEach
    void clear() {
        System.clearProperty(TRIPWIRE);
    }

    private static String cell(String text) {
        return '"' + text.replace("\"", "\"\"") + '"';
    }

    /** Lists are split at semicolons, so an attack names several values; every one of them is literal. */
    private static List<String> values(String attack) {
        List<String> values = new ArrayList<>();
        for (String value : attack.split(";")) {
            if (!value.isBlank()) {
                values.add(value.strip());
            }
        }
        return values;
    }

    @ParameterizedTest
    @MethodSource("attacks")
    void aConditionMatchesItsTextLiterallyAndNothingElse(String attack, @TempDir Path folder) {
        String value = values(attack).get(0);
        for (int column = 1; column <= 5; column++) {
            if (column == 3) {
                continue; // employment is an enumeration; see below
            }
            String[] cells = {"", "", "", "", "", "", "IN_SCOPE", "1", "", "", "Typed."};
            cells[column] = cell(attack);
            RuleSet ruleSet = RuleSets.load(RuleFolder.of(folder.resolve("c" + column), String.join(",", cells)));
            DataSet data = Fixtures.dataSet()
                    .modules("C")
                    .person(person("LITERAL")
                            .of("CN", column == 4 ? value : "F")
                            .role(column == 1 ? value : "R")
                            .rank(column == 2 ? value : "K")
                            .tags(column == 5 ? value : "T"))
                    .person(person("OTHER"))
                    .build();
            ScopeResult result = new ScopeService().decide(data, ruleSet);
            assertThat(result.decisions())
                    .extracting(ScopeDecision::decision)
                    .containsExactly(Decision.IN_SCOPE, Decision.OUT_OF_SCOPE);
        }
        assertThat(System.getProperty(TRIPWIRE)).isNull();
    }

    @ParameterizedTest
    @MethodSource("attacks")
    void aReasonIsKeptToTheLetter(String attack, @TempDir Path folder) {
        RuleSet ruleSet = RuleSets.load(RuleFolder.of(folder, ",,,,,,IN_SCOPE,,,," + cell("Why: " + attack + ".")));
        ScopeDecision decision = RuleSets.decide(ruleSet, person("P"), "C");
        assertThat(decision.reason()).isEqualTo("Why: " + attack + ".");
        assertThat(System.getProperty(TRIPWIRE)).isNull();
    }

    @ParameterizedTest
    @MethodSource("attacks")
    void aModuleOfThatNameIsTheOnlyOneMeant(String attack, @TempDir Path folder) {
        RuleSet ruleSet = RuleSets.load(RuleFolder.of(folder, cell(attack) + ",,,,,,IN_SCOPE,,,,Typed."));
        String value = values(attack).get(0);
        DataSet data =
                Fixtures.dataSet().modules(value, "ZZ").person(person("P")).build();
        assertThat(new ScopeService().decide(data, ruleSet).decisions())
                .filteredOn(decision -> decision.decision() == Decision.IN_SCOPE)
                .extracting(ScopeDecision::moduleId)
                .containsExactly(value);
        assertThat(System.getProperty(TRIPWIRE)).isNull();
    }

    @ParameterizedTest
    @MethodSource("attacks")
    void aTypedColumnRefusesIt(String attack, @TempDir Path folder) {
        for (int column : new int[] {3, 6, 7, 8, 9}) {
            String[] cells = {"", "", "", "", "", "", "IN_SCOPE", "1", "", "", "Typed."};
            cells[column] = cell(attack);
            LoadedRuleSet loaded = new RuleSetLoader()
                    .load(RuleFolder.of(folder.resolve("c" + column), String.join(",", cells))
                            .path());
            assertThat(loaded.ruleSet()).isEmpty();
            assertThat(loaded.issues())
                    .filteredOn(issue -> issue.severity() == Severity.ERROR)
                    .isNotEmpty()
                    .extracting(Issue::row)
                    .containsOnly(2);
        }
        assertThat(System.getProperty(TRIPWIRE)).isNull();
    }

    @Property(tries = 300, seed = "20250407")
    void noTypedTextReachesTheRuleText(@ForAll String typed) {
        String header = String.join(",", ScopeSheetReader.COLUMNS) + "\n";
        String row = ",x,,,," + cell(typed) + ",IN_SCOPE,,,," + cell("Why " + typed) + "\n";
        ScopeSheet sheet = ScopeSheetReader.read(
                "scope.csv", (header + row).getBytes(StandardCharsets.UTF_8), Vocabulary.NONE, new ArrayList<>());
        assertThat(RowRules.drl(sheet)
                        .replaceAll("\"k_\\w*\"", "KEY")
                        .replaceAll("(keys.tags contains KEY \\|\\| )+", "")
                        .lines()
                        .map(String::strip))
                .isSubsetOf(
                        "",
                        "package io.muster.rules.rows;",
                        "import io.muster.rules.fact.PersonFacts;",
                        "global io.muster.rules.fact.RowProposals rows;",
                        "rule \"ROW-002 row 2 of the sheet\"",
                        "@SheetRow(2)",
                        "when",
                        "$person : PersonFacts(",
                        "staffId != null",
                        ", keys.family in (KEY)",
                        ", (keys.tags contains KEY)",
                        ")",
                        "then",
                        "insert(rows.propose($person, 2));",
                        "end");
    }

    @Property(seed = "20250407")
    void keysConsistOfHarmlessCharacters(@ForAll String typed) {
        assertThat(SafeText.key(typed)).matches("k_\\w*");
    }

    @Property(seed = "20250407")
    void differentTextsHaveDifferentKeys(@ForAll String one, @ForAll String other) {
        assertThat(SafeText.key(one).equals(SafeText.key(other))).isEqualTo(one.equals(other));
    }

    @Test
    void keysThatLookAlikeDiffer() {
        assertThat(SafeText.key("a_0020b")).isNotEqualTo(SafeText.key("a b"));
        assertThat(SafeText.key("007")).isNotEqualTo(SafeText.key("7"));
    }
}
