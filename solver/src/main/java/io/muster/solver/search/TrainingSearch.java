package io.muster.solver.search;

import ai.timefold.solver.core.api.score.buildin.hardmediumsoftlong.HardMediumSoftLongScore;
import ai.timefold.solver.core.api.solver.Solver;
import ai.timefold.solver.core.api.solver.SolverFactory;
import ai.timefold.solver.core.api.solver.event.BestSolutionChangedEvent;
import ai.timefold.solver.core.config.solver.SolverConfig;
import io.muster.solver.PlanMapper;
import io.muster.solver.SolveListener;
import io.muster.solver.SolveOptions;
import io.muster.solver.model.TrainingPlan;
import io.muster.solver.problem.Problem;
import io.muster.solver.state.Assignment;
import io.muster.solver.state.PlanState;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The search for a good plan: Timefold constructs a first full plan, then improves it by simulated annealing, one solver
 * for each part of the plan side by side. One use only.
 *
 * <p>The same problem, seed, settings and step limit give the same plan on any number of processors: how many parts
 * there are does not depend on them.
 */
public final class TrainingSearch {

    /** Nobody reads faster; counting what is booked at every new best plan would cost more than it tells. */
    private static final long TELL_EVERY_MILLIS = 200;

    private final Problem problem;
    private final Limits limits;
    private final Crew crew;
    private final @Nullable SolverFactory<TrainingPlan> factory;
    private final Assignment start;

    /**
     * A search, whose time counts from now on.
     *
     * @param problem the problem
     * @param options seed, limits and tuning; a step is a move proposed, whether given up early or scored
     * @param goal a score that no plan can beat: the search stops when it is met; null: none is known
     */
    public TrainingSearch(Problem problem, SolveOptions options, @Nullable HardMediumSoftLongScore goal) {
        this(problem, options, goal, null, UnaryOperator.identity());
    }

    /**
     * A search that improves a plan, whose time counts from now on.
     *
     * @param problem the problem
     * @param options seed, limits and tuning
     * @param start a valid plan
     * @return the search; it gives the start where it finds nothing better
     */
    public static TrainingSearch from(Problem problem, SolveOptions options, Assignment start) {
        return from(problem, options, null, start);
    }

    /**
     * A search that improves a plan, whose time counts from now on.
     *
     * @param problem the problem
     * @param options seed, limits and tuning
     * @param goal a score that no plan can beat; null: none is known
     * @param start a valid plan
     * @return the search; it gives the start where it finds nothing better
     */
    public static TrainingSearch from(
            Problem problem, SolveOptions options, @Nullable HardMediumSoftLongScore goal, Assignment start) {
        return new TrainingSearch(problem, options, goal, start, UnaryOperator.identity());
    }

    /** A search whose solvers are configured further: tests let them check every score. */
    TrainingSearch(
            Problem problem,
            SolveOptions options,
            @Nullable HardMediumSoftLongScore goal,
            @Nullable Assignment start,
            UnaryOperator<SolverConfig> further) {
        this.problem = problem;
        this.start = start == null ? Assignment.empty(problem) : start;
        limits = new Limits(options, problem.requirements.count);
        crew = new Crew(
                problem,
                options.settings(),
                limits,
                options.seed(),
                SolverFactory.create(further.apply(SearchConfig.part())));
        // Timefold has phases of its own for a solver that is given none.
        factory = start != null && !limits.isSearchWanted()
                ? null
                : SolverFactory.create(further.apply(SearchConfig.whole(start == null, limits.isSearchWanted(), goal)));
    }

    /**
     * Searches until a limit or the goal is met, the listener wants it to end, or nothing moves any more.
     *
     * @param listener told of new best plans, a few times a second
     * @return the best plan
     */
    public TrainingPlan solve(SolveListener listener) {
        if (factory == null) {
            return new TrainingPlan(problem, start);
        }
        Solver<TrainingPlan> solver = factory.buildSolver();
        long[] toldAt = {-TELL_EVERY_MILLIS};
        solver.addEventListener(event -> {
            if (event.getTimeMillisSpent() - TELL_EVERY_MILLIS >= toldAt[0]) {
                toldAt[0] = event.getTimeMillisSpent();
                tell(listener, event);
            }
        });
        crew.enter(listener::isStopped, listener::searched);
        try {
            return solver.solve(new TrainingPlan(problem, start));
        } finally {
            crew.leave();
        }
    }

    private void tell(SolveListener listener, BestSolutionChangedEvent<TrainingPlan> event) {
        HardMediumSoftLongScore score = (HardMediumSoftLongScore) event.getNewBestScore();
        int bookings = event.getNewBestSolution().bookings();
        // Timefold's first best plan is the empty one that construction starts from.
        if (bookings > 0) {
            Assignment best = event.getNewBestSolution().assignment();
            long moves = crew.finishedProposals();
            listener.improved(() -> {
                PlanMapper.Rows rows = new PlanMapper(problem).map(best);
                return new SolveListener.BestSoFar(
                        rows.sessions(),
                        rows.bookings(),
                        moves,
                        PlanState.of(problem, best).cost().byLine());
            });
        }
        listener.progress(
                "search", Double.NaN, -score.mediumScore(), -score.softScore(), bookings, problem.requirements.count);
    }

    /** {@return moves proposed; call when it is over} */
    public long moves() {
        return crew.proposals();
    }
}
