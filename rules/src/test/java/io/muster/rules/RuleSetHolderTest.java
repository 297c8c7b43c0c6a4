package io.muster.rules;

import static io.muster.rules.support.Fixtures.person;
import static org.assertj.core.api.Assertions.assertThat;

import io.muster.data.plan.ScopeDecision.Decision;
import io.muster.rules.support.RuleFolder;
import io.muster.rules.support.RuleSets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RuleSetHolderTest {

    @Test
    void aReloadPutsTheNewRuleSetInUse(@TempDir Path path) {
        RuleFolder folder = RuleFolder.of(path, ",,,,,,IN_SCOPE,,,,In.");
        RuleSetHolder holder = new RuleSetHolder(RuleSets.load(folder));
        RuleSet before = holder.current();
        folder.sheet(",,,,,,OUT_OF_SCOPE,,,,Out.");
        assertThat(holder.reload(path).ruleSet()).contains(holder.current());
        assertThat(RuleSets.decide(holder.current(), person("P"), "C").decision())
                .isEqualTo(Decision.OUT_OF_SCOPE);
        assertThat(RuleSets.decide(before, person("P"), "C").decision()).isEqualTo(Decision.IN_SCOPE);
        assertThat(holder.current().hash()).isNotEqualTo(before.hash());
    }

    @Test
    void aBadRuleSetNeverReplacesAGoodOne(@TempDir Path path) {
        RuleFolder folder = RuleFolder.copyOf("role-matrix", path);
        RuleSet good = RuleSets.load(folder);
        RuleSetHolder holder = new RuleSetHolder(good);
        folder.append("clauses.drl", "rule broken");
        assertThat(holder.reload(path).ruleSet()).isEmpty();
        assertThat(holder.current()).isSameAs(good);
        folder.without("clauses.drl");
        assertThat(holder.reload(path).issues()).isNotEmpty();
        assertThat(holder.current()).isSameAs(good);
        folder.without("ruleset.json");
        holder.reload(path);
        assertThat(holder.current()).isSameAs(good);
        assertThat(RuleSets.decide(good, person("P"), "C").decision()).isEqualTo(Decision.IN_SCOPE);
    }

    @Test
    void ruleSetsBuiltAtTheSameTimeStayApart(@TempDir Path path) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            List<Callable<Decision>> builds = new ArrayList<>();
            for (int i = 0; i < 12; i++) {
                String decision = i % 2 == 0 ? "IN_SCOPE" : "OUT_OF_SCOPE";
                RuleFolder folder = RuleFolder.of(path.resolve("set" + i), ",,,,,," + decision + ",,,,R.");
                builds.add(() ->
                        RuleSets.decide(RuleSets.load(folder), person("P"), "C").decision());
            }
            List<Future<Decision>> decisions = threads.invokeAll(builds);
            for (int i = 0; i < decisions.size(); i++) {
                assertThat(decisions.get(i).get()).isEqualTo(i % 2 == 0 ? Decision.IN_SCOPE : Decision.OUT_OF_SCOPE);
            }
        } finally {
            threads.shutdownNow();
        }
    }
}
