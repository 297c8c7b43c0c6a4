package io.muster.benchmarks.peer;

import io.muster.benchmarks.contender.Contender;
import io.muster.benchmarks.contender.ContenderLimits;
import io.muster.benchmarks.contender.ContenderPlan;
import io.muster.benchmarks.contender.Sample;
import io.muster.data.model.DataSet;
import io.muster.data.plan.ScopeDecision;
import java.util.List;
import java.util.function.Consumer;

/** The textbook greedy: whoever is hardest to place first, each where it adds least cost. */
public final class BestFitGreedy implements Contender {

    @Override
    public String id() {
        return "best-fit";
    }

    @Override
    public String sentence() {
        return "Takes the people with the fewest days to spare first and books each module where it adds least cost,"
                + " a new session's cost shared among half of its seats.";
    }

    @Override
    public ContenderPlan plan(
            DataSet dataSet, List<ScopeDecision> scope, ContenderLimits limits, Consumer<Sample> progress) {
        Run run = new Run(dataSet, scope, limits, progress);
        Greedy greedy = new Greedy(run, Greedy.Choice.CHEAPEST);
        greedy.fill(Queue.scarcestFirst(run.problem));
        return run.result(greedy.state());
    }
}
