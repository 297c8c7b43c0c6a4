package io.muster.api.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.muster.data.issue.Issue;
import io.muster.data.issue.Severity;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class IssuePrinterTest {

    private static Issue issue(String file, int row, String code, Severity severity) {
        return new Issue(file, row, "team", "P1", code, severity, "Message.");
    }

    private static List<String> print(List<Issue> issues) {
        StringWriter text = new StringWriter();
        IssuePrinter.print(issues, new PrintWriter(text, true));
        return text.toString().lines().toList();
    }

    @Test
    void printsErrorsFirstGroupedByCodeWithACount() {
        List<String> lines = print(List.of(
                issue("a.csv", 2, "ODD", Severity.WARNING),
                issue("a.csv", 3, "BAD", Severity.ERROR),
                issue("b.csv", 4, "WORSE", Severity.ERROR),
                issue("c.csv", 5, "BAD", Severity.ERROR)));

        assertThat(lines)
                .containsExactly(
                        "ERROR BAD (2)",
                        "  a.csv:3:team [BAD] P1 Message.",
                        "  c.csv:5:team [BAD] P1 Message.",
                        "ERROR WORSE (1)",
                        "  b.csv:4:team [WORSE] P1 Message.",
                        "WARNING ODD (1)",
                        "  a.csv:2:team [ODD] P1 Message.",
                        "3 errors, 1 warning");
    }

    @Test
    void leavesOutWhatIsNotKnown() {
        Issue issue = new Issue("staff.csv", null, null, null, "MISSING_FILE", Severity.ERROR, "Add it.");

        assertThat(IssuePrinter.line(issue)).isEqualTo("staff.csv [MISSING_FILE] Add it.");
    }

    @Test
    void printsAGroupOfTwoHundredInFull() {
        assertThat(print(many(IssuePrinter.MOST_LINES))).hasSize(IssuePrinter.MOST_LINES + 2);
    }

    @Test
    void shortensALongerGroupAndSaysWhereTheRestIs() {
        List<String> lines = print(many(IssuePrinter.MOST_LINES + 1));

        assertThat(lines).hasSize(23).first().isEqualTo("ERROR BAD (201)");
        assertThat(lines)
                .anySatisfy(line ->
                        assertThat(line).startsWith("  ... and 181 more of BAD").contains("--issues FILE"));
        assertThat(lines).last().isEqualTo("201 errors, 0 warnings");
    }

    private static List<Issue> many(int count) {
        return IntStream.range(0, count)
                .mapToObj(row -> issue("staff.csv", row + 2, "BAD", Severity.ERROR))
                .toList();
    }
}
