package io.muster.solver.search;

import ai.timefold.solver.core.api.score.buildin.hardmediumsoftlong.HardMediumSoftLongScore;
import ai.timefold.solver.core.config.heuristic.selector.common.SelectionOrder;
import ai.timefold.solver.core.config.heuristic.selector.move.factory.MoveIteratorFactoryConfig;
import ai.timefold.solver.core.config.localsearch.LocalSearchPhaseConfig;
import ai.timefold.solver.core.config.localsearch.decider.acceptor.LocalSearchAcceptorConfig;
import ai.timefold.solver.core.config.localsearch.decider.forager.LocalSearchForagerConfig;
import ai.timefold.solver.core.config.phase.PhaseConfig;
import ai.timefold.solver.core.config.phase.custom.CustomPhaseConfig;
import ai.timefold.solver.core.config.score.director.ScoreDirectorFactoryConfig;
import ai.timefold.solver.core.config.solver.EnvironmentMode;
import ai.timefold.solver.core.config.solver.SolverConfig;
import ai.timefold.solver.core.config.solver.termination.TerminationConfig;
import io.muster.solver.model.Enrolment;
import io.muster.solver.model.Session;
import io.muster.solver.model.TrainerPlace;
import io.muster.solver.model.TrainingPlan;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How Timefold is configured: construction as a custom phase, then local search over the moves of this problem. It stops
 * when there is no further move, see {@link Limits}.
 */
final class SearchConfig {

    /** Every plan that covers as much is accepted: what the annealing refuses is never made a move of, see MoveMaker. */
    private static final String ACCEPT_WHAT_IS_MADE = "0hard/0medium/1000000000000000soft";

    private SearchConfig() {}

    /**
     * The solver that is asked for a plan.
     *
     * @param withConstruction whether to make the first plan; without it, it starts from a full one
     * @param withSearch whether to search then
     * @param goal a score that no plan can beat: the solver stops there; null: none is known
     * @return a configuration
     */
    static SolverConfig whole(boolean withConstruction, boolean withSearch, @Nullable HardMediumSoftLongScore goal) {
        SolverConfig config = base();
        if (goal != null) {
            config.withTerminationConfig(new TerminationConfig().withBestScoreLimit(goal.toString()));
        }
        List<PhaseConfig<?>> phases = new ArrayList<>();
        if (withConstruction) {
            phases.add(new CustomPhaseConfig().withCustomPhaseCommandClassList(List.of(ConstructionPhase.class)));
        }
        if (withSearch) {
            phases.add(search());
        }
        return config.withPhases(phases.toArray(PhaseConfig[]::new));
    }

    /** The solvers of other parts, which start from a full plan. */
    static SolverConfig part() {
        return base().withPhases(search());
    }

    private static LocalSearchPhaseConfig search() {
        return new LocalSearchPhaseConfig()
                .withMoveSelectorConfig(new MoveIteratorFactoryConfig()
                        .withMoveIteratorFactoryClass(SearchMoves.class)
                        .withSelectionOrder(SelectionOrder.RANDOM))
                .withAcceptorConfig(
                        new LocalSearchAcceptorConfig().withSimulatedAnnealingStartingTemperature(ACCEPT_WHAT_IS_MADE))
                .withForagerConfig(new LocalSearchForagerConfig().withAcceptedCountLimit(1));
    }

    private static SolverConfig base() {
        return new SolverConfig()
                .withSolutionClass(TrainingPlan.class)
                .withEntityClasses(Session.class, TrainerPlace.class, Enrolment.class)
                .withScoreDirectorFactory(
                        new ScoreDirectorFactoryConfig().withIncrementalScoreCalculatorClass(PlanScoreCalculator.class))
                .withEnvironmentMode(EnvironmentMode.NO_ASSERT);
    }
}
