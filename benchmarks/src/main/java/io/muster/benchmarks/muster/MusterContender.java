package io.muster.benchmarks.muster;

import io.muster.benchmarks.contender.Contender;
import io.muster.benchmarks.contender.ContenderLimits;
import io.muster.benchmarks.contender.ContenderPlan;
import io.muster.benchmarks.contender.Sample;
import io.muster.data.model.DataSet;
import io.muster.data.plan.ScopeDecision;
import io.muster.solver.DefaultPlanSolver;
import io.muster.solver.SearchSettings;
import io.muster.solver.SolveListener;
import io.muster.solver.SolveOptions;
import io.muster.solver.SolvedPlan;
import java.util.List;
import java.util.function.Consumer;

/** Muster's own solver, as {@code muster plan} runs it. */
public final class MusterContender implements Contender {
    /** Its id. */
    public static final String ID = "muster";

    private static final double NANOS_PER_SECOND = 1e9;

    private final SearchSettings settings;

    /**
     * The solver.
     *
     * @param settings how its search is tuned
     */
    public MusterContender(SearchSettings settings) {
        this.settings = settings;
    }

    @Override
    public String id() {
        return ID;
    }

    @Override
    public String sentence() {
        return "Muster: a first full plan by construction, then simulated annealing in Timefold over moves made for this"
                + " problem.";
    }

    /** Its bounds and the reasons for what is unbooked are part of the work, as they are for a user. */
    @Override
    public ContenderPlan plan(
            DataSet dataSet, List<ScopeDecision> scope, ContenderLimits limits, Consumer<Sample> progress) {
        long start = System.nanoTime();
        SolveListener listener = (phase, fraction, shortfall, costPence, booked, requirements) -> {
            if (booked > 0) {
                progress.accept(new Sample((System.nanoTime() - start) / NANOS_PER_SECOND, shortfall, costPence));
            }
        };
        SolvedPlan solved = new DefaultPlanSolver()
                .solve(
                        dataSet,
                        scope,
                        new SolveOptions(limits.seed(), limits.time(), limits.steps(), settings),
                        listener);
        return new ContenderPlan(solved.sessions(), solved.bookings(), solved.moves());
    }
}
