package io.muster.benchmarks.micro;

import io.muster.data.plan.BookingKey;
import io.muster.data.plan.Plan;
import io.muster.data.plan.PlanSummary.LowerBounds;
import io.muster.solver.DefaultPlanSolver;
import io.muster.solver.SolveOptions;
import io.muster.solver.SolvedPlan;
import io.muster.solver.bound.Bounds;
import io.muster.solver.check.AuditReport;
import io.muster.solver.check.BrokenBookings;
import io.muster.solver.check.PlanAuditor;
import io.muster.solver.construct.Construction;
import io.muster.solver.state.PlanState;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
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

/** Steps of a plan as a whole: the first full plan, its bounds, its audit, what a disruption broke in it. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 2, time = 2)
@Measurement(iterations = 4, time = 3)
@Fork(1)
public class WholeBenchmark {
    @Param("5000")
    private int people;

    @SuppressWarnings("NullAway.Init") // set before each trial
    private World world;

    @SuppressWarnings("NullAway.Init") // set before each trial
    private Plan plan;

    @SuppressWarnings("NullAway.Init") // set before each trial
    private PlanAuditor auditor;

    /** Makes the data set, and a plan of it without any search. */
    @Setup(Level.Trial)
    public void setUp() {
        world = World.of(people);
        SolvedPlan solved = new DefaultPlanSolver()
                .solve(
                        world.data(),
                        world.scope(),
                        new SolveOptions(1, null, 0L),
                        (phase, fraction, shortfall, cost, booked, requirements) -> {});
        plan = new Plan(world.scope(), solved.sessions(), solved.bookings(), solved.unbooked(), List.of(), null);
        auditor = new PlanAuditor(world.data());
    }

    /** The first full plan. */
    @Benchmark
    public PlanState construction() {
        return Construction.run(world.problem());
    }

    /** Both lower bounds. */
    @Benchmark
    public LowerBounds bounds() {
        return Bounds.of(world.problem(), 0);
    }

    /** What a cancelled session broke in that plan, the data set indexed anew as on every re-plan. */
    @Benchmark
    public SortedSet<BookingKey> broken() {
        Set<String> cancelled = Set.of(plan.sessions().get(0).id());
        return BrokenBookings.find(world.data(), world.scope(), plan, cancelled, Set.of());
    }

    /** The audit of that plan. */
    @Benchmark
    public AuditReport audit() {
        return auditor.audit(plan, null);
    }
}
