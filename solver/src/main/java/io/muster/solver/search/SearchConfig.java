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

    /** Time of a solve where neither a time nor a step limit is given: this much ... */
    private static final Duration LEAST_TIME = Duration.ofSeconds(5);
    /** ... and this much more for each requirement: about a minute for 23,000 people. */
    private static final Duration TIME_PER_REQUIREMENT = Duration.ofNanos(400_000);

    /**
     * A move that costs this much more is not worth scoring: at the starting temperature it would be accepted once in
     * 20,000 times, later never.
     */
    static final long HOPELESS_PENCE = 5_000;

    private SearchConfig() {}

    /**
     * The configuration of a solve.
     *
     * @param options seed and limits; a step is a move evaluated
     * @param requirements number of requirements, which sets the time where no limit is given
     * @return a configuration; the time counts from the start of the solve
     */
    public static SolverConfig of(SolveOptions options, int requirements) {
        return new SolverConfig()
                .withSolutionClass(TrainingPlan.class)
                .withEntityClasses(Session.class, TrainerPlace.class, Enrolment.class)
                .withScoreDirectorFactory(
                        new ScoreDirectorFactoryConfig().withIncrementalScoreCalculatorClass(PlanScoreCalculator.class))
                .withEnvironmentMode(EnvironmentMode.NO_ASSERT)
                .withRandomSeed(options.seed())
                .withTerminationConfig(limits(options, requirements))
                .withPhases(
                        new CustomPhaseConfig()
                                .withCustomPhaseCommandClassList(java.util.List.of(ConstructionPhase.class)),
                        localSearch(options));
    }

    private static TerminationConfig limits(SolveOptions options, int requirements) {
        Duration time = options.timeLimit();
        if (time == null && options.stepLimit() == null) {
            time = LEAST_TIME.plus(TIME_PER_REQUIREMENT.multipliedBy(requirements));
        }
        TerminationConfig limits = new TerminationConfig();
        return time == null ? limits : limits.withSpentLimit(time);
    }

    private static LocalSearchPhaseConfig localSearch(SolveOptions options) {
        TerminationConfig limits = new TerminationConfig();
        limits.setMoveCountLimit(options.stepLimit());
        return new LocalSearchPhaseConfig()
                .withMoveSelectorConfig(new MoveIteratorFactoryConfig()
                        .withMoveIteratorFactoryClass(SearchMoves.class)
                        .withMoveIteratorFactoryCustomProperties(SearchMoves.properties(options.settings()))
                        .withSelectionOrder(SelectionOrder.RANDOM))
                .withAcceptorConfig(new LocalSearchAcceptorConfig()
                        .withSimulatedAnnealingStartingTemperature(
                                "0hard/0medium/" + options.settings().startingPence() + "soft"))
                .withForagerConfig(new LocalSearchForagerConfig().withAcceptedCountLimit(1))
                .withTerminationConfig(limits);
    }
}
