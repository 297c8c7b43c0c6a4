package io.muster.solver.search;

import ai.timefold.solver.core.config.heuristic.selector.common.SelectionOrder;
import ai.timefold.solver.core.config.heuristic.selector.move.factory.MoveIteratorFactoryConfig;
import ai.timefold.solver.core.config.localsearch.LocalSearchPhaseConfig;
import ai.timefold.solver.core.config.localsearch.decider.acceptor.LocalSearchAcceptorConfig;
import ai.timefold.solver.core.config.localsearch.decider.forager.LocalSearchForagerConfig;
import ai.timefold.solver.core.config.phase.custom.CustomPhaseConfig;
import ai.timefold.solver.core.config.score.director.ScoreDirectorFactoryConfig;
import ai.timefold.solver.core.config.solver.EnvironmentMode;
import ai.timefold.solver.core.config.solver.SolverConfig;
import ai.timefold.solver.core.config.solver.termination.TerminationConfig;
import io.muster.solver.SolveOptions;
import io.muster.solver.model.Enrolment;
import io.muster.solver.model.Session;
import io.muster.solver.model.TrainerPlace;
import io.muster.solver.model.TrainingPlan;
import java.time.Duration;

/** How Timefold is configured: construction as a custom phase, then simulated annealing over the moves of this problem. */
public final class SearchConfig {

    /** Search time where neither a time nor a step limit is given. */
    public static final Duration DEFAULT_TIME = Duration.ofSeconds(60);
    /** Steps are reached for small plans long before the time: the search stops when nothing improves for this long. */
    private static final Duration UNIMPROVED = Duration.ofSeconds(15);

    /**
     * Hot start of the annealing: a loss of coverage is never accepted, a loss of cost of about the price of a staff
     * member's day often is at first.
     */
    private static final String STARTING_TEMPERATURE = "0hard/0medium/" + Integer.getInteger("temp", 300) + "soft";

    private SearchConfig() {}

    /**
     * The configuration of a solve.
     *
     * @param options seed and limits
     * @return a configuration; limits count from the start of the solve
     */
    public static SolverConfig of(SolveOptions options) {
        return new SolverConfig()
                .withSolutionClass(TrainingPlan.class)
                .withEntityClasses(Session.class, TrainerPlace.class, Enrolment.class)
                .withScoreDirectorFactory(
                        new ScoreDirectorFactoryConfig().withIncrementalScoreCalculatorClass(PlanScoreCalculator.class))
                .withEnvironmentMode(EnvironmentMode.NO_ASSERT)
                .withRandomSeed(options.seed())
                .withTerminationConfig(limits(options))
                .withPhases(
                        new CustomPhaseConfig()
                                .withCustomPhaseCommandClassList(java.util.List.of(ConstructionPhase.class)),
                        localSearch(options));
    }

    private static TerminationConfig limits(SolveOptions options) {
        TerminationConfig limits = new TerminationConfig();
        Duration time = options.timeLimit();
        if (time == null && options.stepLimit() == null) {
            time = DEFAULT_TIME;
        }
        return time == null ? limits : limits.withSpentLimit(time);
    }

    private static LocalSearchPhaseConfig localSearch(SolveOptions options) {
        TerminationConfig limits = new TerminationConfig();
        Long steps = options.stepLimit();
        if (steps != null) {
            limits.setMoveCountLimit(steps);
        }
        return new LocalSearchPhaseConfig()
                .withMoveSelectorConfig(new MoveIteratorFactoryConfig()
                        .withMoveIteratorFactoryClass(SearchMoves.class)
                        .withSelectionOrder(SelectionOrder.RANDOM))
                .withAcceptorConfig(
                        new LocalSearchAcceptorConfig().withSimulatedAnnealingStartingTemperature(STARTING_TEMPERATURE))
                .withForagerConfig(new LocalSearchForagerConfig().withAcceptedCountLimit(1))
                .withTerminationConfig(limits);
    }
}
