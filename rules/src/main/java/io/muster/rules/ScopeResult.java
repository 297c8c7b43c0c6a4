package io.muster.rules;

import io.muster.data.issue.Issue;
import io.muster.data.plan.ScopeDecision;
import io.muster.data.plan.ScopeDecision.Decision;
import io.muster.rules.fact.Ground.Effect;
import io.muster.rules.fact.PersonFacts;
import io.muster.rules.fact.Proposal;
import io.muster.rules.fact.Settled;
import io.muster.rules.fact.Settlement;
import io.muster.rules.fact.Settlement.Outcome;
import io.muster.rules.sheet.ScopeRow;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The decisions of a rule set about a data set, and how each came about. Immutable. */
public final class ScopeResult {
    private final RuleSet ruleSet;
    private final Settlement settlement;
    private final List<ScopeDecision> decisions;
    private final List<Issue> issues;
    private final Map<String, Settled> settledByStaff;

    /** The people settled come sorted, and so do the decisions of each. */
    ScopeResult(RuleSet ruleSet, Settlement settlement, List<Settled> settled, List<Issue> issues) {
        this.ruleSet = ruleSet;
        this.settlement = settlement;
        this.issues = List.copyOf(issues);
        this.settledByStaff = new HashMap<>(settled.size() * 2);
        List<ScopeDecision> all = new ArrayList<>();
        for (Settled one : settled) {
            settledByStaff.put(one.getPerson().getStaffId(), one);
            all.addAll(one.getDecisions());
        }
        this.decisions = List.copyOf(all);
    }

    /** {@return the rule set that decided} */
    public RuleSet ruleSet() {
        return ruleSet;
    }

    /** {@return one decision for each staff member and module, sorted by staff, then module, in code points} */
    public List<ScopeDecision> decisions() {
        return decisions;
    }

    /**
     * What is wrong between the rule set and the data set, such as a role that no row covers. With an {@code ERROR}
     * among them nothing may be planned.
     *
     * @return the issues, possibly none
     */
    public List<Issue> issues() {
        return issues;
    }

    /**
     * How the decisions about a staff member came about.
     *
     * @param staffId the staff member
     * @return one trace for each module, sorted by module in code points; empty when the id is unknown
     */
    public List<ScopeTrace> explain(String staffId) {
        Settled settled = settledByStaff.get(staffId);
        if (settled == null) {
            return List.of();
        }
        return settled.getDecisions().stream()
                .map(decision -> trace(settled, decision.moduleId()))
                .toList();
    }

    private ScopeTrace trace(Settled settled, String moduleId) {
        PersonFacts person = settled.getPerson();
        Outcome outcome = settlement.settle(person, settled.getProposals(), moduleId);
        ScopeDecision decision = outcome.decision();
        List<ScopeTrace.Step> applied = outcome.applied().stream()
                .map(proposal -> step(proposal, false))
                .toList();
        List<ScopeTrace.Step> overruled = outcome.overruled().stream()
                .map(proposal -> step(proposal, true))
                .toList();
        boolean negative = decision.decision() == Decision.OUT_OF_SCOPE
                || (decision.decision() == Decision.DEFERRED && decision.earliest() == null);
        return new ScopeTrace(
                decision,
                ruleSet.ruleName(decision.ruleId()),
                ruleSet.sheetRow(decision.ruleId()),
                outcome.deciding().getGround(),
                outcome.applied().stream()
                        .flatMap(proposal -> proposal.getFacts().stream())
                        .distinct()
                        .toList(),
                applied,
                overruled,
                negative ? nearest(person, moduleId, outcome) : null);
    }

    private ScopeTrace.Step step(Proposal proposal, boolean overruled) {
        return new ScopeTrace.Step(
                proposal.getRuleId(),
                ruleSet.ruleName(proposal.getRuleId()),
                ruleSet.sheetRow(proposal.getRuleId()),
                proposal.getGround(),
                proposal.getDecision(),
                proposal.getReason());
    }

    /** The rule that came nearest to putting the person in scope, and what kept it from it. */
    private ScopeTrace.@Nullable Nearest nearest(PersonFacts person, String moduleId, Outcome outcome) {
        for (Proposal proposal : concat(outcome)) {
            if (proposal != outcome.deciding()
                    && proposal.getGround().effect() == Effect.DECIDES
                    && proposal.getDecision() == Decision.IN_SCOPE) {
                return new ScopeTrace.Nearest(
                        proposal.getRuleId(),
                        ruleSet.sheetRow(proposal.getRuleId()),
                        List.of(ruleSet.ruleName(outcome.deciding().getRuleId()) + " goes before it: "
                                + outcome.deciding().getGround().words()));
            }
        }
        ScopeTrace.Nearest nearest = null;
        for (ScopeRow row : ruleSet.sheet().rows()) {
            if (row.decision() == Decision.IN_SCOPE) {
                List<String> failures = new ArrayList<>();
                if (!row.covers(moduleId)) {
                    failures.add("module is " + moduleId + ", the row is about " + String.join(" and ", row.modules()));
                }
                failures.addAll(row.failures(person));
                if (!failures.isEmpty()
                        && (nearest == null
                                || failures.size() < nearest.failed().size())) {
                    nearest = new ScopeTrace.Nearest(row.ruleId(), row.row(), failures);
                }
            }
        }
        return nearest;
    }

    private static List<Proposal> concat(Outcome outcome) {
        List<Proposal> all = new ArrayList<>(outcome.applied());
        all.addAll(outcome.overruled());
        return all;
    }
}
