package io.muster.rules.support;

import io.muster.data.model.DataSet;
import io.muster.data.plan.ScopeDecision;
import io.muster.rules.LoadedRuleSet;
import io.muster.rules.RuleSet;
import io.muster.rules.RuleSetLoader;
import io.muster.rules.ScopeResult;
import io.muster.rules.ScopeService;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Rule sets, each compiled once for all tests. */
public final class RuleSets {
    private static final Map<String, RuleSet> SHIPPED = new ConcurrentHashMap<>();

    private RuleSets() {}

    public static RuleSet shipped(String id) {
        return SHIPPED.computeIfAbsent(id, key -> accepted(new RuleSetLoader().shipped(key)));
    }

    public static RuleSet load(RuleFolder folder) {
        return accepted(new RuleSetLoader().load(folder.path()));
    }

    private static RuleSet accepted(LoadedRuleSet loaded) {
        return loaded.ruleSet().orElseThrow(() -> new AssertionError(loaded.issues()));
    }

    /** The decision about one person and module. */
    public static ScopeDecision decide(RuleSet ruleSet, Fixtures.Person person, String module) {
        DataSet data = Fixtures.dataSet()
                .digital("DIG")
                .modules("C", "D")
                .module("O", "DIG")
                .modules("N", "S")
                .person(person)
                .build();
        ScopeResult result = new ScopeService().decide(data, ruleSet);
        return result.decisions().stream()
                .filter(decision -> decision.moduleId().equals(module))
                .findFirst()
                .orElseThrow();
    }
}
