package io.muster.benchmarks.micro;

import io.muster.data.model.DataSet;
import io.muster.data.plan.ScopeDecision;
import io.muster.data.sample.SampleGenerator;
import io.muster.rules.RuleSet;
import io.muster.rules.RuleSetLoader;
import io.muster.rules.ScopeService;
import io.muster.solver.problem.Problem;
import java.util.List;

/**
 * What the benchmarks work on: Phase 2 for a number of people, always the same.
 *
 * @param data the data set
 * @param scope decision for each person and module
 * @param problem the dense problem
 */
record World(DataSet data, List<ScopeDecision> scope, Problem problem) {
    private static final String PROGRAMME = "nmfl-phase-2";
    private static final String RULE_SET = "everyone";

    static World of(int people) {
        DataSet data = SampleGenerator.generate(PROGRAMME, people, 1);
        RuleSet rules = new RuleSetLoader().shipped(RULE_SET).ruleSet().orElseThrow();
        List<ScopeDecision> scope = new ScopeService().decide(data, rules).decisions();
        return new World(data, scope, Problem.of(data, scope));
    }
}
