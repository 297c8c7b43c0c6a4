package io.muster.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.muster.rules.fact.Ground;
import io.muster.rules.sheet.RuleIssue;
import io.muster.rules.support.RuleSets;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** docs/RULES.md says what the code does. */
class RulesDocumentTest {
    private static List<String> lines;

    @BeforeAll
    static void read() throws IOException {
        lines = Files.readAllLines(Path.of("..", "docs", "RULES.md"));
    }

    @Test
    void thePrecedenceTableIsTheOrderOfGround() {
        assertThat(lines.stream().filter(line -> line.matches("\\| `[A-Z_]+` \\| (DECIDES|DEFERS|LIMITS) \\|.*")))
                .containsExactlyElementsOf(Arrays.stream(Ground.values())
                        .map(ground -> "| `" + ground + "` | " + ground.effect() + " | " + ground.words() + " |")
                        .toList());
    }

    @Test
    void theIssueTableIsTheCatalogue() {
        assertThat(lines.stream().filter(line -> line.startsWith("| `RULE_")))
                .containsExactlyElementsOf(Arrays.stream(RuleIssue.values())
                        .map(issue -> "| `" + issue + "` | " + issue.severity() + " | " + issue.explanation() + " |")
                        .toList());
    }

    @ParameterizedTest
    @ValueSource(strings = {"everyone", "role-matrix"})
    void everyClauseAndParameterOfAShippedRuleSetIsDescribed(String id) {
        String text = String.join("\n", lines);
        RuleSet ruleSet = RuleSets.shipped(id);
        assertThat(ruleSet.ruleNames())
                .filteredOn(name -> name.startsWith("SCOPE-"))
                .isNotEmpty()
                .allSatisfy(name -> assertThat(text).contains("`" + name.substring(0, 9) + "`"));
        assertThat(ruleSet.parameters().asMap().keySet())
                .isNotEmpty()
                .allSatisfy(name -> assertThat(text).contains("| `" + name + "` |"));
    }
}
