package io.muster.rules;

import io.muster.data.issue.Issue;
import io.muster.data.plan.ScopeDecision.Decision;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A rule set laid open for whoever works on it: its sheet as it was written, its rules, what came of each scenario, and
 * everything the checks found, usable or not.
 *
 * @param ruleSet the rule set; empty when any issue is an {@code ERROR}
 * @param id its id; empty: ruleset.json has none that can be read, as for name and version
 * @param name name for people
 * @param version the author's version
 * @param hash SHA-256 of the names and contents of its files, in hexadecimal
 * @param parameters parameters of the clauses by name; each an {@code Integer}, a {@code String} or a list of them
 * @param sheet the business sheet
 * @param rules its clauses and rows by id; empty when they do not compile
 * @param scenarios what came of each scenario, in file order; empty when errors kept them from being run
 * @param issues everything that was found, by file and row
 */
public record RuleSetReport(
        Optional<RuleSet> ruleSet,
        String id,
        String name,
        String version,
        String hash,
        Map<String, Object> parameters,
        Sheet sheet,
        List<RuleLine> rules,
        List<ScenarioResult> scenarios,
        List<Issue> issues) {

    /** Copies the collections. */
    public RuleSetReport {
        parameters = Collections.unmodifiableMap(new TreeMap<>(parameters));
        rules = List.copyOf(rules);
        scenarios = List.copyOf(scenarios);
        issues = List.copyOf(issues);
    }

    /** {@return the share of the rules that a scenario made propose something, 0 to 1; 1 when there is no rule} */
    public double coverage() {
        return rules.isEmpty()
                ? 1
                : (double) rules.stream().filter(RuleLine::fired).count() / rules.size();
    }

    /**
     * The business sheet as texts.
     *
     * @param file name of its file; empty: there is none
     * @param columns its columns, in order
     * @param rows its rows
     */
    public record Sheet(String file, List<String> columns, List<SheetRow> rows) {

        /** Copies the lists. */
        public Sheet {
            columns = List.copyOf(columns);
            rows = List.copyOf(rows);
        }
    }

    /**
     * A row of the sheet.
     *
     * @param row its number; 1 is the header
     * @param cells its texts, one for each column
     */
    public record SheetRow(int row, List<String> cells) {

        /** Copies the list. */
        public SheetRow {
            cells = List.copyOf(cells);
        }
    }

    /**
     * A rule.
     *
     * @param id its id, such as {@code SCOPE-010} or {@code ROW-002}
     * @param name its full name
     * @param file the file it stands in
     * @param sheetRow number of its row of the sheet; null: a clause
     * @param fired whether a scenario made it propose something
     */
    public record RuleLine(
            String id, String name, String file, @Nullable Integer sheetRow, boolean fired) {}

    /**
     * What came of a scenario.
     *
     * @param row its row of scenarios.csv; 1 is the header
     * @param name what it is about
     * @param moduleId the module it is about
     * @param expected what it expects; an empty rule id: any
     * @param got what the rules gave; null: they were not run on it, and an issue says why
     * @param fired ids of the rules that proposed something, sorted
     */
    public record ScenarioResult(
            int row,
            String name,
            String moduleId,
            Outcome expected,
            @Nullable Outcome got,
            List<String> fired) {

        /** Copies the list. */
        public ScenarioResult {
            fired = List.copyOf(fired);
        }

        /** {@return whether the rules gave what it expects} */
        public boolean passed() {
            return got != null
                    && new Outcome(
                                    got.decision(),
                                    expected.ruleId().isEmpty() ? "" : got.ruleId(),
                                    got.earliest(),
                                    got.latest())
                            .equals(expected);
        }
    }

    /**
     * A decision of a scenario.
     *
     * @param decision the decision
     * @param ruleId id of the rule that decides
     * @param earliest the earliest date; null: none
     * @param latest the latest date; null: none
     */
    public record Outcome(
            Decision decision,
            String ruleId,
            @Nullable LocalDate earliest,
            @Nullable LocalDate latest) {}
}
