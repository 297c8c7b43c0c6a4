package io.muster.benchmarks.micro;

import io.muster.solver.DefaultPlanSolver;
import io.muster.solver.SolveOptions;
import io.muster.solver.SolvedPlan;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * The search, through the port. The time of 100,000 moves less that of none is the search's own; both have the first
 * full plan, the bounds and the reasons in them.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 1)
@Measurement(iterations = 3)
@Fork(1)
public class SearchBenchmark {
    @Param("1000")
    private int people;

    @Param({"0", "100000"})
    private long moves;

    @SuppressWarnings("NullAway.Init") // set before each trial
    private World world;

    /** Makes the data set. */
    @Setup(Level.Trial)
    public void setUp() {
        world = World.of(people);
    }

    /** A solve of so many moves. */
    @Benchmark
    public SolvedPlan solve() {
        return new DefaultPlanSolver()
                .solve(
                        world.data(),
                        world.scope(),
                        new SolveOptions(1, null, moves),
                        (phase, fraction, shortfall, cost, booked, requirements) -> {});
    }
}
