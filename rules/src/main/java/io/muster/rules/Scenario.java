package io.muster.rules;

import io.muster.data.issue.Issue;
import io.muster.data.issue.Severity;
import io.muster.data.model.StaffMember.Employment;
import io.muster.data.model.TrainingModule.Delivery;
import io.muster.data.plan.ScopeDecision.Decision;
import io.muster.rules.sheet.RuleIssue;
import io.muster.rules.sheet.ScopeSheetReader.CellReader;
import io.muster.rules.sheet.Table;
import io.muster.rules.sheet.TableReader;
import io.muster.rules.sheet.Vocabulary;
import io.muster.rules.sheet.Vocabulary.Kind;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A row of {@code scenarios.csv}: given this person, expect this decision.
 *
 * @param row its number; 1 is the header
 * @param name what the scenario is about
 * @param role the person's role
 * @param function function of the person's team
 * @param rank the person's rank
 * @param employment the person's employment
 * @param status {@code ACTIVE} or another
 * @param statusUntil last day of another status; null: open
 * @param joined first day of service; null: before the programme
 * @param leaves first day no longer there; null: stays
 * @param tags the person's tags
 * @param completed modules that the person has completed
 * @param priority the person's priority; null: 0
 * @param parameters parameters of the rule set that differ in this scenario
 * @param module the module that the expectation is about
 * @param expect the decision expected
 * @param rule id of the rule expected; empty: any
 * @param earliest the earliest date expected; null: none
 * @param latest the latest date expected; null: none
 */
record Scenario(
        int row,
        String name,
        String role,
        String function,
        String rank,
        Employment employment,
        String status,
        @Nullable LocalDate statusUntil,
        @Nullable LocalDate joined,
        @Nullable LocalDate leaves,
        List<String> tags,
        List<String> completed,
        @Nullable Integer priority,
        Map<String, String> parameters,
        String module,
        Decision expect,
        String rule,
        @Nullable LocalDate earliest,
        @Nullable LocalDate latest) {
    static final String FILE = "scenarios.csv";
    private static final Set<String> COLUMNS = new LinkedHashSet<>(List.of(
            "scenario",
            "role",
            "function",
            "rank",
            "employment",
            "status",
            "status_until",
            "joined",
            "leaves",
            "tags",
            "completed",
            "priority",
            "parameters",
            "module",
            "expect",
            "rule",
            "earliest",
            "latest"));

    /**
     * The programme that scenarios run in.
     *
     * @param firstDay first day, inclusive
     * @param lastDay last day, inclusive
     * @param modules its modules
     */
    record Frame(LocalDate firstDay, LocalDate lastDay, List<FrameModule> modules) {
        Frame {
            modules = List.copyOf(modules);
        }
    }

    /**
     * A module of the frame.
     *
     * @param id the module
     * @param delivery how it is delivered
     * @param after modules that come first
     */
    record FrameModule(String id, Delivery delivery, List<String> after) {
        FrameModule {
            after = List.copyOf(after);
        }
    }

    static List<Scenario> read(byte[] content, Vocabulary vocabulary, List<Issue> issues) {
        List<Scenario> scenarios = new ArrayList<>();
        for (Table.Record record :
                TableReader.read(FILE, content, COLUMNS, issues).records()) {
            int before = issues.size();
            CellReader cells = new CellReader(FILE, record, vocabulary, issues);
            String name = cells.sentence("scenario");
            Employment employment = cells.constant("employment", Employment.values());
            Decision expect = cells.constant("expect", Decision.values());
            Scenario scenario = new Scenario(
                    record.row(),
                    name,
                    record.text("role"),
                    record.text("function"),
                    record.text("rank"),
                    employment == null ? Employment.OFFICER : employment,
                    record.text("status").isEmpty() ? "ACTIVE" : record.text("status"),
                    cells.date("status_until"),
                    cells.date("joined"),
                    cells.date("leaves"),
                    cells.known("tags", Kind.TAGS),
                    cells.known("completed", Kind.MODULES),
                    cells.priority("priority"),
                    parameters(record, issues),
                    cells.sentence("module"),
                    expect == null ? Decision.IN_SCOPE : expect,
                    record.text("rule"),
                    cells.date("earliest"),
                    cells.date("latest"));
            if (issues.subList(before, issues.size()).stream().noneMatch(issue -> issue.severity() == Severity.ERROR)) {
                scenarios.add(scenario);
            }
        }
        return scenarios;
    }

    /** Reads a cell such as {@code missingPrerequisite=DEFER;returnGraceDays=0}. */
    private static Map<String, String> parameters(Table.Record record, List<Issue> issues) {
        Map<String, String> parameters = new TreeMap<>();
        for (String pair : record.list("parameters")) {
            int equals = pair.indexOf('=');
            if (equals < 1) {
                issues.add(RuleIssue.RULE_VALUE_UNPARSABLE.in(
                        FILE,
                        record.row(),
                        "parameters",
                        pair,
                        "'" + pair + "' is not a parameter. Write it like returnGraceDays=0."));
            } else {
                parameters.put(
                        pair.substring(0, equals).strip(),
                        pair.substring(equals + 1).strip());
            }
        }
        return parameters;
    }
}
