package io.muster.rules;

import io.muster.data.issue.Issue;
import io.muster.data.model.Completion;
import io.muster.data.model.DataSet;
import io.muster.data.model.StaffMember;
import io.muster.data.model.Team;
import io.muster.data.model.TrainingModule;
import io.muster.data.plan.CodePointOrder;
import io.muster.rules.fact.Ground;
import io.muster.rules.fact.ModuleFacts;
import io.muster.rules.fact.PersonFacts;
import io.muster.rules.fact.ProgrammeFacts;
import io.muster.rules.fact.Settled;
import io.muster.rules.fact.Settlement;
import io.muster.rules.sheet.RuleIssue;
import io.muster.rules.sheet.ScopeRow;
import io.muster.rules.sheet.Vocabulary;
import io.muster.rules.sheet.Vocabulary.Kind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Applies a rule set to a data set. Stateless and safe for any number of threads. */
public final class ScopeService {

    /**
     * Decides scope.
     *
     * @param data the data set
     * @param ruleSet the rule set
     * @return one decision for each staff member and module, and what does not fit between the two
     * @throws IllegalStateException if a clause fails, which is a bug of the rule set
     */
    public ScopeResult decide(DataSet data, RuleSet ruleSet) {
        return decide(ScopeBasis.of(data), ruleSet);
    }

    /**
     * Decides scope.
     *
     * @param data what there is to know of the data set
     * @param ruleSet the rule set
     * @return as {@link #decide(DataSet, RuleSet)}
     * @throws IllegalStateException if a clause fails, which is a bug of the rule set
     */
    public ScopeResult decide(ScopeBasis data, RuleSet ruleSet) {
        List<PersonFacts> people = people(data, ruleSet);
        Run run = run(
                ruleSet,
                new ProgrammeFacts(data.firstDay(), data.lastDay(), ruleSet.parameters()),
                data.modules().stream()
                        .map(ModuleFacts::new)
                        .sorted(Comparator.comparing(ModuleFacts::getId, CodePointOrder.COMPARATOR))
                        .toList(),
                people);
        List<Issue> issues = new ArrayList<>();
        checkValues(data, ruleSet, issues);
        checkRoles(run.settled(), ruleSet, issues);
        checkModules(data, run.settled(), issues);
        return new ScopeResult(ruleSet, run.settlement(), run.settled(), issues);
    }

    /** What a run gives: the decisions, and the settlement that can explain them. */
    record Run(Settlement settlement, List<Settled> settled) {}

    static Run run(RuleSet ruleSet, ProgrammeFacts programme, List<ModuleFacts> modules, List<PersonFacts> people) {
        Settlement settlement = new Settlement(
                modules, ruleSet.header().defaultDecision(), ruleSet.header().defaultReason());
        List<Object> facts = new ArrayList<>(modules);
        facts.add(programme);
        facts.addAll(ruleSet.equivalents());
        boolean prerequisites =
                modules.stream().anyMatch(module -> !module.getAfter().isEmpty());
        return new Run(settlement, ruleSet.engine().run(facts, people, settlement, prerequisites));
    }

    private static List<PersonFacts> people(ScopeBasis data, RuleSet ruleSet) {
        Map<String, Team> teams = data.teams().stream().collect(Collectors.toMap(Team::id, Function.identity()));
        Map<String, List<Completion>> completions = new HashMap<>();
        for (Completion completion : data.completions()) {
            completions
                    .computeIfAbsent(completion.staffId(), id -> new ArrayList<>())
                    .add(completion);
        }
        List<PersonFacts> people = new ArrayList<>(data.staff().size());
        for (StaffMember member : data.staff()) {
            Team team = Objects.requireNonNull(teams.get(member.teamId()), member.teamId());
            String family = ruleSet.families().familyOf(member.role(), team.function());
            people.add(new PersonFacts(member, team, family, completions.getOrDefault(member.id(), List.of())));
        }
        people.sort(Comparator.comparing(PersonFacts::getStaffId, CodePointOrder.COMPARATOR));
        return people;
    }

    /** Values that the sheet names and this data set does not have; a module of the vocabulary is named once. */
    private static void checkValues(ScopeBasis data, RuleSet ruleSet, List<Issue> issues) {
        Set<String> unused = new HashSet<>();
        Vocabulary used = Vocabulary.of(data.modules(), data.teams(), data.staff());
        String file = ruleSet.sheet().file();
        for (ScopeRow row : ruleSet.sheet().rows()) {
            checkValues(file, row, "module", Kind.MODULES, row.modules(), used, ruleSet, unused, issues);
            checkValues(file, row, "ranks", Kind.RANKS, row.ranks(), used, ruleSet, unused, issues);
            checkValues(file, row, "functions", Kind.FUNCTIONS, row.functions(), used, ruleSet, unused, issues);
            checkValues(file, row, "tags", Kind.TAGS, row.tags(), used, ruleSet, unused, issues);
        }
    }

    private static void checkValues(
            String file,
            ScopeRow row,
            String column,
            Kind kind,
            List<String> values,
            Vocabulary used,
            RuleSet ruleSet,
            Set<String> unused,
            List<Issue> issues) {
        boolean declared = ruleSet.header().vocabulary().known(kind) != null;
        for (String value : values) {
            if (!used.knows(kind, value) && !declared) {
                issues.add(RuleIssue.RULE_VALUE_UNKNOWN.in(
                        file,
                        row.row(),
                        column,
                        value,
                        "'" + value + "' is not among the " + kind.field()
                                + " of the data set. Correct the spelling, or declare the value in the vocabulary of"
                                + " ruleset.json."));
            } else if (!used.knows(kind, value) && kind == Kind.MODULES && unused.add(value)) {
                issues.add(RuleIssue.RULE_VALUE_UNUSED.in(
                        file,
                        row.row(),
                        column,
                        value,
                        "The data set has no module '" + value + "'; for it the row does nothing."));
            }
        }
    }

    /** Modules of the data set that no rule is about. */
    private static void checkModules(ScopeBasis data, List<Settled> settled, List<Issue> issues) {
        for (TrainingModule module : data.modules()) {
            boolean decided = settled.stream()
                    .flatMap(one -> one.getDecisions().stream())
                    .anyMatch(decision -> decision.moduleId().equals(module.id())
                            && !decision.ruleId().equals(Settlement.NO_ROW));
            if (!decided && !settled.isEmpty()) {
                issues.add(RuleIssue.RULE_MODULE_UNCOVERED.in(
                        "modules.csv",
                        null,
                        "module",
                        module.id(),
                        "No rule is about module '" + module.id() + "', so nobody takes it. Check its spelling, or"
                                + " add a row."));
            }
        }
    }

    /** Roles of the data set that no row covers, unless the rule set says what the default is. */
    private static void checkRoles(List<Settled> settled, RuleSet ruleSet, List<Issue> issues) {
        if (!ruleSet.sheet().namesRoles() || ruleSet.header().defaultDecision() != null) {
            return;
        }
        record RoleKey(String role, String function, String family) {}
        Map<RoleKey, Integer> uncovered = new TreeMap<>(Comparator.comparing(RoleKey::role, CodePointOrder.COMPARATOR)
                .thenComparing(RoleKey::function, CodePointOrder.COMPARATOR)
                .thenComparing(RoleKey::family, CodePointOrder.COMPARATOR));
        for (Settled one : settled) {
            if (one.getProposals().stream().noneMatch(proposal -> proposal.getGround() == Ground.SHEET)) {
                PersonFacts person = one.getPerson();
                uncovered.merge(
                        new RoleKey(person.getRole(), person.getFunction(), person.getFamily()), 1, Integer::sum);
            }
        }
        uncovered.forEach((key, count) -> issues.add(RuleIssue.RULE_ROLE_UNCOVERED.in(
                "staff.csv",
                null,
                "role",
                key.role(),
                "No row of " + ruleSet.sheet().file() + " covers role '" + key.role() + "' with function '"
                        + key.function() + "' (" + (key.family().isEmpty() ? "no family" : "family " + key.family())
                        + "; staff: " + count + "). Add a row, map the role in families.csv, or set \"default\" in"
                        + " ruleset.json.")));
    }
}
