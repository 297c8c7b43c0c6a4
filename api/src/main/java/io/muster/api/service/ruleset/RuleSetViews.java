package io.muster.api.service.ruleset;

import io.muster.api.service.ruleset.StoredRuleSet.State;
import io.muster.data.issue.Issue;
import io.muster.data.issue.Severity;
import io.muster.rules.RuleSetReport;
import io.muster.rules.RuleSetReport.RuleLine;
import io.muster.rules.RuleSetReport.ScenarioResult;
import io.muster.rules.RuleSetReport.SheetRow;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the API shows of rule sets. */
final class RuleSetViews {
    private RuleSetViews() {}

    /**
     * A version of a rule set.
     *
     * @param reference what plans and questions refer to it by
     * @param ruleSetId the rule set
     * @param number its number; 0: shipped
     * @param version the author's version
     * @param name for people
     * @param hash hash of its files
     * @param state where it stands
     * @param errorCount errors the checks found
     * @param warningCount warnings the checks found
     * @param createdAt when it was uploaded; null: shipped
     * @param createdBy who uploaded it; null: shipped
     */
    record VersionView(
            String reference,
            String ruleSetId,
            int number,
            String version,
            String name,
            String hash,
            State state,
            int errorCount,
            int warningCount,
            @Nullable Instant createdAt,
            @Nullable String createdBy) {

        static VersionView of(StoredRuleSet stored) {
            return new VersionView(
                    stored.ref().toString(),
                    stored.ref().id(),
                    stored.ref().number(),
                    stored.version(),
                    stored.name(),
                    stored.hash(),
                    stored.state(),
                    stored.errorCount(),
                    stored.warningCount(),
                    stored.createdAt(),
                    stored.createdBy());
        }
    }

    /**
     * A rule set.
     *
     * @param id its id
     * @param versions how many versions there are, the shipped one among them
     * @param active its active version; null: another rule set is active
     * @param latest its newest version
     */
    record RuleSetView(String id, int versions, @Nullable VersionView active, VersionView latest) {}

    /**
     * A version laid open.
     *
     * @param version the version
     * @param parameters parameters of the clauses
     * @param columns columns of the sheet
     * @param rows rows of the sheet
     * @param rules clauses and rows, by id
     * @param issues what the checks found that is about no row of the sheet
     */
    record VersionDetailView(
            VersionView version,
            Map<String, Object> parameters,
            List<String> columns,
            List<RowView> rows,
            List<RuleLine> rules,
            List<Issue> issues) {

        static VersionDetailView of(StoredRuleSet stored, RuleSetReport report) {
            return new VersionDetailView(
                    VersionView.of(stored),
                    report.parameters(),
                    report.sheet().columns(),
                    report.sheet().rows().stream()
                            .map(row -> RowView.of(row, report))
                            .toList(),
                    report.rules(),
                    report.issues().stream()
                            .filter(issue -> !isOfSheet(issue, report) || issue.row() == null)
                            .toList());
        }
    }

    /**
     * A row of the sheet.
     *
     * @param row its number; 1 is the header
     * @param cells its texts by column
     * @param issues what the checks found in it
     */
    record RowView(int row, Map<String, String> cells, List<CellIssue> issues) {

        static RowView of(SheetRow row, RuleSetReport report) {
            Map<String, String> cells = new LinkedHashMap<>();
            for (int i = 0; i < row.cells().size(); i++) {
                cells.put(report.sheet().columns().get(i), row.cells().get(i));
            }
            return new RowView(
                    row.row(),
                    cells,
                    report.issues().stream()
                            .filter(issue -> isOfSheet(issue, report))
                            .filter(issue -> issue.row() != null && issue.row() == row.row())
                            .map(issue ->
                                    new CellIssue(issue.column(), issue.severity(), issue.code(), issue.message()))
                            .toList());
        }
    }

    /**
     * What is wrong with a cell.
     *
     * @param column its column; null: the whole row
     * @param severity how bad it is
     * @param code stable code
     * @param message what is wrong and what to do
     */
    record CellIssue(@Nullable String column, Severity severity, String code, String message) {}

    /**
     * What came of the scenarios.
     *
     * @param passed scenarios whose outcome is as expected
     * @param failed the others
     * @param coverage share of the rules that a scenario made propose something, 0 to 1
     * @param rules every rule, and whether one did
     * @param scenarios every scenario
     */
    record ScenariosView(
            long passed, long failed, double coverage, List<RuleLine> rules, List<ScenarioView> scenarios) {

        static ScenariosView of(RuleSetReport report) {
            long passed =
                    report.scenarios().stream().filter(ScenarioResult::passed).count();
            return new ScenariosView(
                    passed,
                    report.scenarios().size() - passed,
                    report.coverage(),
                    report.rules(),
                    report.scenarios().stream()
                            .map(result -> new ScenarioView(result.passed(), result))
                            .toList());
        }
    }

    /**
     * What came of a scenario.
     *
     * @param passed whether it is as expected
     * @param result the scenario
     */
    record ScenarioView(boolean passed, ScenarioResult result) {}

    /**
     * The rule set of new plans.
     *
     * @param version the version
     * @param activation how it became so; null: it is the shipped default
     */
    record ActiveView(VersionView version, @Nullable Activation activation) {}

    private static boolean isOfSheet(Issue issue, RuleSetReport report) {
        return issue.file().equals(report.sheet().file());
    }
}
