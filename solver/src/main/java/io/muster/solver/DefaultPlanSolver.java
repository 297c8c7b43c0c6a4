package io.muster.solver;

import ai.timefold.solver.core.api.score.buildin.hardmediumsoftlong.HardMediumSoftLongScore;
import io.muster.data.model.DataSet;
import io.muster.data.plan.Plan;
import io.muster.data.plan.PlanSummary.LowerBounds;
import io.muster.data.plan.ScopeDecision;
import io.muster.data.plan.Unbooked;
import io.muster.solver.bound.Bounds;
import io.muster.solver.bound.Shortfalls;
import io.muster.solver.construct.Construction;
import io.muster.solver.explain.UnbookedExplainer;
import io.muster.solver.model.TrainingPlan;
import io.muster.solver.problem.Problem;
import io.muster.solver.problem.PublishedPlan;
import io.muster.solver.search.TrainingSearch;
import io.muster.solver.state.PlanState;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Solves with Timefold: the first full plan is constructed, then improved by local search until a limit is met. */
public final class DefaultPlanSolver implements PlanSolver {

    private static final int MOST_REQUIREMENTS_WITH_GOAL = 10_000;

    @Override
    public SolvedPlan solve(DataSet dataSet, List<ScopeDecision> scope, SolveOptions options, SolveListener listener) {
        DataSet seen = options.profile().applyTo(dataSet);
        Problem problem = Problem.of(seen, scope);
        TrainingSearch search = new TrainingSearch(problem, options, goal(problem));
        listener.progress("construction", Double.NaN, 0, 0, 0, problem.requirements.count);
        PlanState best = run(problem, search, listener);
        return described(seen.equals(dataSet) ? best : unveiled(dataSet, scope, best), search, listener);
    }

    @Override
    public SolvedPlan resume(
            DataSet dataSet, List<ScopeDecision> scope, Plan start, SolveOptions options, SolveListener listener) {
        DataSet seen = options.profile().applyTo(dataSet);
        Problem problem = Problem.of(seen, scope);
        PlanLoader.Loaded loaded = new PlanLoader(problem).load(start.sessions(), start.bookings());
        PlanState state = PlanState.of(problem, loaded.assignment());
        if (!loaded.unplaced().isEmpty() || state.hardPoints() > 0) {
            throw new IllegalArgumentException(
                    "The plan to go on with has " + loaded.unplaced().size()
                            + " bookings without a place and " + state.hardPoints()
                            + " violations. Maybe it is another data set's, or was made by another profile.");
        }
        listener.progress(
                "search",
                Double.NaN,
                state.shortfall(),
                state.cost().total(),
                state.bookings(),
                problem.requirements.count);
        TrainingSearch search = TrainingSearch.from(problem, options, goal(problem), loaded.assignment());
        PlanState best = run(problem, search, listener);
        return described(seen.equals(dataSet) ? best : unveiled(dataSet, scope, best), search, listener);
    }

    @Override
    public LowerBounds bounds(DataSet dataSet, List<ScopeDecision> scope, SolveOptions options) {
        Problem problem = Problem.of(options.profile().applyTo(dataSet), scope);
        return Bounds.of(problem, Shortfalls.of(problem).total());
    }

    private static PlanState run(Problem problem, TrainingSearch search, SolveListener listener) {
        TrainingPlan best = search.solve(listener);
        PlanState found = PlanState.of(problem, best.assignment());
        PlanState state = PlanState.of(problem, best.assignment());
        Construction.bookWhoIsLeft(state, listener::isStopped);
        // Whoever is tried in vain may leave others at dearer places.
        boolean isBetter = state.shortfall() < found.shortfall()
                || (state.shortfall() == found.shortfall()
                        && state.cost().total() < found.cost().total());
        return isBetter ? state : found;
    }

    /** The plan that a profile led to, as one of the data set itself: its seats, prices and requirements. */
    private static PlanState unveiled(DataSet dataSet, List<ScopeDecision> scope, PlanState best) {
        PlanMapper.Rows rows = new PlanMapper(best.problem()).map(best.assignment());
        PublishedPlan places = new PublishedPlan(rows.sessions(), List.of(), Set.of(), Set.of(), Set.of());
        Problem problem = Problem.of(dataSet, scope, places);
        PlanLoader.Loaded loaded = new PlanLoader(problem).load(rows.sessions(), rows.bookings());
        PlanState state = PlanState.of(problem, loaded.assignment());
        if (!loaded.unplaced().isEmpty() || state.hardPoints() > 0) {
            throw new IllegalStateException("A profile's plan has "
                    + loaded.unplaced().size() + " bookings without a place and " + state.hardPoints()
                    + " violations in the data set itself. Maybe the profile permits more than the data set.");
        }
        return state;
    }

    private static SolvedPlan described(PlanState state, TrainingSearch search, SolveListener listener) {
        Problem problem = state.problem();
        listener.progress(
                "search", 1, state.shortfall(), state.cost().total(), state.bookings(), problem.requirements.count);
        PlanMapper.Rows rows = new PlanMapper(problem).map(state.assignment());
        UnbookedExplainer explainer = new UnbookedExplainer(state);
        List<Unbooked> unbooked =
                rows.unbooked().stream().map(explainer::explain).toList();
        return new SolvedPlan(
                rows.sessions(), rows.bookings(), unbooked, Bounds.of(problem, state.shortfall()), search.moves());
    }

    /** What no plan can beat, where that is quickly known: large programmes are never solved to the bound. */
    private static @Nullable HardMediumSoftLongScore goal(Problem problem) {
        if (problem.requirements.count > MOST_REQUIREMENTS_WITH_GOAL) {
            return null;
        }
        long shortfall = Shortfalls.of(problem).total();
        long cost = Objects.requireNonNull(Bounds.of(problem, shortfall).cost());
        return HardMediumSoftLongScore.of(0, -shortfall, -cost);
    }
}
