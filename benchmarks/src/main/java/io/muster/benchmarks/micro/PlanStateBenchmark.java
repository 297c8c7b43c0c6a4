package io.muster.benchmarks.micro;

import io.muster.solver.construct.Construction;
import io.muster.solver.state.PlanState;
import java.util.Random;
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

/** The state core, on a full plan: what every move is made of. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class PlanStateBenchmark {
    /** Draws made beforehand, so that drawing is not measured; a power of two. */
    private static final int DRAWS = 1 << 14;

    @Param("5000")
    private int people;

    private final int[] bookedRequirements = new int[DRAWS];
    private final int[] requirements = new int[DRAWS];
    private final int[] sessions = new int[DRAWS];
    private int next;

    @SuppressWarnings("NullAway.Init") // set before each trial
    private PlanState state;

    /** Makes the plan and the draws. */
    @Setup(Level.Trial)
    public void setUp() {
        state = Construction.run(World.of(people).problem());
        int count = state.problem().requirements.count;
        Random random = new Random(1);
        for (int i = 0; i < DRAWS; i++) {
            bookedRequirements[i] = bookedIn(random, count);
            requirements[i] = random.nextInt(count);
            sessions[i] = state.sessionOf(bookedIn(random, count));
        }
    }

    private int bookedIn(Random random, int count) {
        while (true) {
            int r = random.nextInt(count);
            if (state.isBooked(r) && state.canUnbook(r)) {
                return r;
            }
        }
    }

    /** Takes a booking away and puts it back, with all its cost. */
    @Benchmark
    public long unbookAndBook() {
        int r = bookedRequirements[next++ & (DRAWS - 1)];
        int session = state.sessionOf(r);
        state.unbook(r);
        state.book(r, session);
        return state.cost().total();
    }

    /** Whether somebody may sit in some session that runs; mostly not, as in the search. */
    @Benchmark
    public boolean canPlace() {
        int i = next++ & (DRAWS - 1);
        return state.canPlace(requirements[i], sessions[i]);
    }
}
