package io.muster.benchmarks.peer;

import io.muster.benchmarks.contender.Contender;
import io.muster.benchmarks.contender.ContenderLimits;
import io.muster.benchmarks.contender.ContenderPlan;
import io.muster.benchmarks.contender.Sample;
import io.muster.data.model.DataSet;
import io.muster.data.plan.ScopeDecision;
import java.util.List;
import java.util.function.Consumer;

/** What a planner with a good eye and a macro does: everybody in turn, into the first session that fits. */
public final class FirstFitGreedy implements Contender {

    @Override
    public String id() {
        return "first-fit";
    }

    @Override
    public String sentence() {
        return "Takes people in file order and books each module in the first session with a seat that keeps every hard"
                + " rule; where there is none, opens the first room and day that fit.";
    }

    @Override
    public ContenderPlan plan(
            DataSet dataSet, List<ScopeDecision> scope, ContenderLimits limits, Consumer<Sample> progress) {
        Run run = new Run(dataSet, scope, limits, progress);
        Greedy greedy = new Greedy(run, Greedy.Choice.FIRST);
        greedy.fill(Queue.fileOrder(run.problem));
        return run.result(greedy.state());
    }
}
