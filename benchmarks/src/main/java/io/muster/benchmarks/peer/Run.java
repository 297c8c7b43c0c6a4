package io.muster.benchmarks.peer;

import io.muster.benchmarks.contender.ContenderLimits;
import io.muster.benchmarks.contender.ContenderPlan;
import io.muster.benchmarks.contender.Sample;
import io.muster.data.model.DataSet;
import io.muster.data.plan.ScopeDecision;
import io.muster.solver.PlanMapper;
import io.muster.solver.problem.Problem;
import io.muster.solver.state.PlanState;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;

/** One run of a peer: what it plans, when it has to stop, whom it tells. Times count from when the peer was asked. */
final class Run {

    /** What is planned. */
    final Problem problem;

    private final ContenderLimits limits;
    private final Consumer<Sample> progress;
    private final long startNanos = System.nanoTime();
    private long moves;

    Run(DataSet dataSet, List<ScopeDecision> scope, ContenderLimits limits, Consumer<Sample> progress) {
        this.limits = limits;
        this.progress = progress;
        problem = Problem.of(dataSet, scope);
    }

    /** Counts moves evaluated. */
    void count(long evaluated) {
        moves += evaluated;
    }

    /** {@return moves evaluated so far} */
    long moves() {
        return moves;
    }

    /** {@return seed of every random choice} */
    long seed() {
        return limits.seed();
    }

    /** {@return whether time or steps are used up} */
    boolean isOver() {
        Long steps = limits.steps();
        return (steps != null && moves >= steps) || left().isZero();
    }

    /** {@return time that is left, never negative} */
    Duration left() {
        Duration left = limits.time().minusNanos(System.nanoTime() - startNanos);
        return left.isNegative() ? Duration.ZERO : left;
    }

    /** {@return moves that are left; {@link Long#MAX_VALUE} without a limit} */
    long movesLeft() {
        Long steps = limits.steps();
        return steps == null ? Long.MAX_VALUE : Math.max(0, steps - moves);
    }

    /** Tells that the best plan so far got better. */
    void tell(PlanState best) {
        tell(best.shortfall(), best.cost().total());
    }

    /** Tells that the best plan so far got better. */
    void tell(long shortfall, long pence) {
        progress.accept(new Sample((System.nanoTime() - startNanos) / 1e9, shortfall, pence));
    }

    /** Tells of the plan that is final, and hands it over. */
    ContenderPlan result(PlanState state) {
        tell(state);
        PlanMapper.Rows rows = new PlanMapper(problem).map(state.assignment());
        return new ContenderPlan(rows.sessions(), rows.bookings(), moves);
    }
}
