package io.muster.rules;

import io.muster.data.plan.ScopeDecision;
import io.muster.data.plan.ScopeDecision.Decision;
import io.muster.rules.fact.Ground;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a decision about a staff member and module came about.
 *
 * @param decision the decision, with rule id and sentence
 * @param ruleName full name of the rule that decided
 * @param sheetRow record number of the sheet row that decided, 1 is the header; null: a clause or the default decided
 * @param ground why the rule counts before the others
 * @param facts the facts that were used, such as {@code role_family=ERPT}
 * @param applied every rule that shaped the decision, the one that decided among them
 * @param overruled rules that proposed something else and did not count
 * @param nearest for a negative decision, the rule that came nearest to the opposite; null: not negative, or no rule
 */
public record ScopeTrace(
        ScopeDecision decision,
        String ruleName,
        @Nullable Integer sheetRow,
        Ground ground,
        List<String> facts,
        List<Step> applied,
        List<Step> overruled,
        @Nullable Nearest nearest) {

    /** Copies the lists. */
    public ScopeTrace {
        facts = List.copyOf(facts);
        applied = List.copyOf(applied);
        overruled = List.copyOf(overruled);
    }

    /**
     * What one rule proposed.
     *
     * @param ruleId id of the rule
     * @param ruleName full name of the rule
     * @param sheetRow record number of its sheet row; null: a clause
     * @param ground why
     * @param decision what it proposed
     * @param sentence its reason
     */
    public record Step(
            String ruleId,
            String ruleName,
            @Nullable Integer sheetRow,
            Ground ground,
            Decision decision,
            String sentence) {}

    /**
     * The rule that came nearest to putting the person in scope.
     *
     * @param ruleId id of the rule
     * @param sheetRow record number of its sheet row; null: a clause
     * @param failed what kept it from deciding, never empty
     */
    public record Nearest(String ruleId, @Nullable Integer sheetRow, List<String> failed) {

        /** Copies the list. */
        public Nearest {
            failed = List.copyOf(failed);
        }
    }
}
