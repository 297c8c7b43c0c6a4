package io.muster.data.issue;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class IssueCatalogueTest {
    /** The reactor runs tests in the module's folder. */
    private static final Path PAGE = Path.of("..", "docs", "ISSUES.md");

    private static final String HEAD = """
            # Issue codes

            Every problem of an input is reported with one of these codes; `muster validate --explain CODE` prints the
            same texts. Codes are stable: none is renamed or used again for something else. With any `ERROR` nothing is
            stored or planned; a `WARNING` is worth a look. The page is compared with the catalogue in the code
            (`IssueCode`) by a test.

            | Code | Severity | What it means | What to do | Example |
            |---|---|---|---|---|
            """;

    @Test
    void thePageSaysWhatTheCatalogueSays() throws IOException {
        StringBuilder page = new StringBuilder(HEAD);
        for (IssueCode code : IssueCode.values()) {
            page.append("| `")
                    .append(code.name())
                    .append("` | ")
                    .append(code.severity())
                    .append(" | ")
                    .append(code.meaning())
                    .append(" | ")
                    .append(code.remedy())
                    .append(" | ")
                    .append(code.example())
                    .append(" |\n");
        }
        assertThat(page.toString()).as("replace docs/ISSUES.md by this text").isEqualTo(Files.readString(PAGE));
    }

    @Test
    void everyCodeIsExplainedInSentences() {
        assertThat(IssueCode.values()).hasSizeGreaterThanOrEqualTo(30).allSatisfy(code -> {
            assertThat(code.meaning()).endsWith(".");
            assertThat(code.remedy()).endsWith(".");
            assertThat(code.example()).isNotBlank().doesNotContain("|");
        });
    }
}
