package io.muster.rules;

import io.muster.data.issue.Issue;
import io.muster.data.issue.Severity;
import io.muster.data.model.Completion;
import io.muster.data.model.StaffMember;
import io.muster.data.model.Team;
import io.muster.data.model.TrainingModule;
import io.muster.data.plan.ScopeDecision;
import io.muster.rules.RuleSetReport.Outcome;
import io.muster.rules.RuleSetReport.ScenarioResult;
import io.muster.rules.fact.ModuleFacts;
import io.muster.rules.fact.PersonFacts;
import io.muster.rules.fact.ProgrammeFacts;
import io.muster.rules.fact.Proposal;
import io.muster.rules.fact.Settled;
import io.muster.rules.sheet.RuleIssue;
import io.muster.rules.sheet.ScopeRow;
import io.muster.rules.sheet.SheetChecks;
import io.muster.rules.sheet.Vocabulary.Kind;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What is checked before a rule set is accepted, unknown values aside, which its readers report: rows that disagree,
 * rows that never decide, families that no row covers, and the rule set's own scenarios.
 */
final class RuleSetChecks {

    private RuleSetChecks() {}

    /**
     * Checks a compiled rule set; every problem goes to the issues.
     *
     * @return what came of each scenario; none when an error kept them from being run
     */
    static List<ScenarioResult> check(RuleSet ruleSet, List<Issue> issues) {
        SheetChecks.check(ruleSet.sheet(), issues);
        checkImpossible(ruleSet, issues);
        checkGaps(ruleSet, issues);
        return issues.stream().noneMatch(issue -> issue.severity() == Severity.ERROR)
                ? runScenarios(ruleSet, issues)
                : List.of();
    }

    /** Rows whose families and functions no role brings together. */
    private static void checkImpossible(RuleSet ruleSet, List<Issue> issues) {
        for (ScopeRow row : ruleSet.sheet().rows()) {
            if (!row.roleFamilies().isEmpty() && !row.functions().isEmpty()) {
                boolean possible = row.roleFamilies().stream()
                        .anyMatch(family -> row.functions().stream()
                                .anyMatch(function -> ruleSet.families().possible(family, function)));
                if (!possible) {
                    issues.add(SheetChecks.neverFires(
                            ruleSet.sheet().file(),
                            row,
                            "families.csv puts nobody of its functions into its role families. Correct one of them."));
                }
            }
        }
    }

    private static void checkGaps(RuleSet ruleSet, List<Issue> issues) {
        if (!ruleSet.sheet().namesRoles() || ruleSet.header().defaultDecision() != null) {
            return;
        }
        SortedSet<String> families = new TreeSet<>(ruleSet.families().families());
        SortedSet<String> declared = ruleSet.header().vocabulary().known(Kind.FAMILIES);
        if (declared != null) {
            families.addAll(declared);
        }
        for (String family : families) {
            boolean covered = ruleSet.sheet().rows().stream().anyMatch(row -> covers(ruleSet, row, family));
            if (!covered) {
                issues.add(RuleIssue.RULE_FAMILY_UNCOVERED.in(
                        ruleSet.sheet().file(),
                        null,
                        "role_families",
                        family,
                        "No row covers the role family '" + family + "', and ruleset.json does not say what the"
                                + " default is. Add a row, or a \"default\"."));
            }
        }
    }

    private static boolean covers(RuleSet ruleSet, ScopeRow row, String family) {
        return (row.roleFamilies().isEmpty() || row.roleFamilies().contains(family))
                && (row.functions().isEmpty()
                        || row.functions().stream()
                                .anyMatch(function -> ruleSet.families().possible(family, function)));
    }

    private static List<ScenarioResult> runScenarios(RuleSet ruleSet, List<Issue> issues) {
        if (ruleSet.scenarios().isEmpty()) {
            issues.add(RuleIssue.RULE_UNTESTED.in(
                    Scenario.FILE, null, null, null, "There are no scenarios. Add one for each clause and row."));
            return List.of();
        }
        List<ScenarioResult> results = new ArrayList<>();
        Set<String> fired = new TreeSet<>();
        for (Scenario scenario : ruleSet.scenarios()) {
            try {
                ScenarioResult result = run(ruleSet, scenario, issues);
                results.add(result);
                fired.addAll(result.fired());
            } catch (RuntimeException e) {
                // Whatever a clause threw, wrapped by the rule engine.
                issues.add(RuleIssue.RULE_CLAUSE_FAILED.in(
                        Scenario.FILE,
                        scenario.row(),
                        null,
                        scenario.name(),
                        "While '" + scenario.name() + "' ran, a clause failed: " + rootMessage(e)));
                return results;
            }
        }
        for (String name : ruleSet.ruleNames()) {
            if (!fired.contains(Proposal.idOf(name))) {
                Integer row = ruleSet.sheetRow(Proposal.idOf(name));
                issues.add(RuleIssue.RULE_UNTESTED.in(
                        row == null
                                ? ruleSet.engine().file(Proposal.idOf(name))
                                : ruleSet.sheet().file(),
                        row,
                        null,
                        Proposal.idOf(name),
                        "No scenario makes '" + name + "' propose anything. Add one to scenarios.csv."));
            }
        }
        return results;
    }

    private static String rootMessage(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root.getClass().getSimpleName() + ": " + root.getMessage();
    }

    private static ScenarioResult run(RuleSet ruleSet, Scenario scenario, List<Issue> issues) {
        Outcome expected = new Outcome(scenario.expect(), scenario.rule(), scenario.earliest(), scenario.latest());
        Scenario.Frame frame = ruleSet.header().frame();
        if (frame.modules().stream().noneMatch(module -> module.id().equals(scenario.module()))) {
            issues.add(RuleIssue.RULE_VALUE_UNKNOWN.in(
                    Scenario.FILE,
                    scenario.row(),
                    "module",
                    scenario.module(),
                    "'" + scenario.module() + "' is no module of \"scenarioProgramme\" in ruleset.json."));
            return new ScenarioResult(scenario.row(), scenario.name(), scenario.module(), expected, null, List.of());
        }
        List<ModuleFacts> modules =
                frame.modules().stream().map(RuleSetChecks::moduleFacts).toList();
        ProgrammeFacts programme = new ProgrammeFacts(
                frame.firstDay(), frame.lastDay(), ruleSet.parameters().with(scenario.parameters()));
        Settled settled = ScopeService.run(ruleSet, programme, modules, List.of(person(ruleSet, scenario)))
                .settled()
                .get(0);
        ScopeDecision got = settled.getDecisions().stream()
                .filter(decision -> decision.moduleId().equals(scenario.module()))
                .findFirst()
                .orElseThrow();
        expect(scenario, "expect", scenario.expect(), got.decision(), issues);
        if (!scenario.rule().isEmpty()) {
            expect(scenario, "rule", scenario.rule(), got.ruleId(), issues);
        }
        expect(scenario, "earliest", scenario.earliest(), got.earliest(), issues);
        expect(scenario, "latest", scenario.latest(), got.latest(), issues);
        return new ScenarioResult(
                scenario.row(),
                scenario.name(),
                scenario.module(),
                expected,
                new Outcome(got.decision(), got.ruleId(), got.earliest(), got.latest()),
                settled.getProposals().stream()
                        .map(Proposal::getRuleId)
                        .distinct()
                        .sorted()
                        .toList());
    }

    private static void expect(
            Scenario scenario, String column, @Nullable Object expected, @Nullable Object got, List<Issue> issues) {
        if (!Objects.equals(expected, got)) {
            issues.add(RuleIssue.RULE_SCENARIO_FAILED.in(
                    Scenario.FILE,
                    scenario.row(),
                    column,
                    scenario.name(),
                    "The scenario '" + scenario.name() + "' expects " + column + " " + shown(expected) + " for module "
                            + scenario.module() + ", but the rules give " + shown(got) + "."));
        }
    }

    private static String shown(@Nullable Object value) {
        return value == null ? "nothing" : value.toString();
    }

    private static ModuleFacts moduleFacts(Scenario.FrameModule module) {
        return new ModuleFacts(new TrainingModule(
                module.id(),
                module.id(),
                module.delivery(),
                1,
                0,
                0,
                0,
                0,
                null,
                module.after(),
                null,
                null,
                TrainingModule.Grouping.INDIVIDUAL));
    }

    private static PersonFacts person(RuleSet ruleSet, Scenario scenario) {
        LocalDate before = ruleSet.header().frame().firstDay().minusDays(1);
        StaffMember member = new StaffMember(
                scenario.name(),
                "team",
                scenario.role(),
                scenario.rank(),
                scenario.employment(),
                scenario.status(),
                scenario.statusUntil(),
                scenario.joined(),
                scenario.leaves(),
                null,
                null,
                List.of(),
                null,
                scenario.tags(),
                null,
                scenario.priority() == null ? 0 : scenario.priority());
        Team team = new Team("team", "bcu", scenario.function(), "team", 0, 0, "pattern", 0, null, null);
        List<Completion> completions = new ArrayList<>();
        for (String module : scenario.completed()) {
            completions.add(new Completion(member.id(), module, before, "scenario"));
        }
        return new PersonFacts(
                member, team, ruleSet.families().familyOf(scenario.role(), scenario.function()), completions);
    }
}
