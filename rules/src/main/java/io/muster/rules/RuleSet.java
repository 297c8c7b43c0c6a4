package io.muster.rules;

import io.muster.data.plan.ScopeDecision.Decision;
import io.muster.rules.fact.Equivalent;
import io.muster.rules.fact.Parameters;
import io.muster.rules.sheet.ScopeSheet;
import io.muster.rules.sheet.Vocabulary;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A compiled rule set, ready to be applied. Immutable and safe for any number of threads. Made by
 * {@link RuleSetLoader}, which checks it first.
 */
public final class RuleSet {
    private final Header header;
    private final String hash;
    private final ScopeSheet sheet;
    private final FamilyMap families;
    private final List<Equivalent> equivalents;
    private final List<Scenario> scenarios;
    private final RuleEngine engine;

    RuleSet(
            Header header,
            String hash,
            ScopeSheet sheet,
            FamilyMap families,
            List<Equivalent> equivalents,
            List<Scenario> scenarios,
            RuleEngine engine) {
        this.header = header;
        this.hash = hash;
        this.sheet = sheet;
        this.families = families;
        this.equivalents = List.copyOf(equivalents);
        this.scenarios = List.copyOf(scenarios);
        this.engine = engine;
    }

    /**
     * What {@code ruleset.json} says.
     *
     * @param id stable id
     * @param name name for people
     * @param version the author's version
     * @param defaultDecision what holds for somebody whom no row covers; null: the rule set does not say
     * @param defaultReason the sentence for it; empty without a default decision
     * @param parameters parameters of the clauses
     * @param vocabulary values that cells may hold
     * @param frame the programme that scenarios run in
     */
    record Header(
            String id,
            String name,
            String version,
            @Nullable Decision defaultDecision,
            String defaultReason,
            Parameters parameters,
            Vocabulary vocabulary,
            Scenario.Frame frame) {}

    /** {@return stable id, such as {@code everyone}; goes into summary.json} */
    public String id() {
        return header.id();
    }

    /** {@return name for people} */
    public String name() {
        return header.name();
    }

    /** {@return the author's version} */
    public String version() {
        return header.version();
    }

    /** {@return SHA-256 of the names and contents of the rule set's files, in hexadecimal; goes into summary.json} */
    public String hash() {
        return hash;
    }

    /** {@return the parameters that clauses read} */
    public Parameters parameters() {
        return header.parameters();
    }

    /** {@return ids and names of every rule, such as {@code SCOPE-010 a completed module is credited}, sorted} */
    public List<String> ruleNames() {
        return engine.ruleNames();
    }

    /**
     * The name of a rule.
     *
     * @param ruleId such as {@code SCOPE-010} or {@code ROW-002}
     * @return its full name; the id itself for {@code DEFAULT} and {@code NO-ROW}
     */
    public String ruleName(String ruleId) {
        return engine.ruleName(ruleId);
    }

    /**
     * The sheet row that a rule was made of.
     *
     * @param ruleId id of the rule
     * @return record number, 1 is the header; null: the rule is a clause
     */
    public @Nullable Integer sheetRow(String ruleId) {
        return engine.sheetRow(ruleId);
    }

    Header header() {
        return header;
    }

    ScopeSheet sheet() {
        return sheet;
    }

    FamilyMap families() {
        return families;
    }

    List<Equivalent> equivalents() {
        return equivalents;
    }

    List<Scenario> scenarios() {
        return scenarios;
    }

    RuleEngine engine() {
        return engine;
    }
}
