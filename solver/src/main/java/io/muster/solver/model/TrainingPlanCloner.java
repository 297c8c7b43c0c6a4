package io.muster.solver.model;

import ai.timefold.solver.core.api.domain.solution.cloner.SolutionCloner;

/**
 * Clones a plan as three int arrays; its entities are built only if somebody asks for them. Cloning 168,000 entities for
 * each new best plan would cost more than the search.
 */
public final class TrainingPlanCloner implements SolutionCloner<TrainingPlan> {

    @Override
    public TrainingPlan cloneSolution(TrainingPlan original) {
        return original.copy();
    }
}
