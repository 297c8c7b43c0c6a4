package io.muster.solver.search;

import ai.timefold.solver.core.api.score.director.ScoreDirector;
import ai.timefold.solver.core.api.solver.phase.PhaseCommand;
import io.muster.solver.construct.Construction;
import io.muster.solver.model.TrainingPlan;
import io.muster.solver.problem.Problem;
import io.muster.solver.state.PlanState;
import java.util.function.BooleanSupplier;

/**
 * Timefold's first phase: makes the first full plan and writes it to the working plan's entities. It is not cut short by a
 * time limit: it takes seconds, and half a plan is of no use to anybody but those who ask it to stop.
 */
public final class ConstructionPhase implements PhaseCommand<TrainingPlan> {

    @Override
    public void changeWorkingSolution(ScoreDirector<TrainingPlan> scoreDirector, BooleanSupplier isPhaseTerminated) {
        Problem problem = scoreDirector.getWorkingSolution().problem();
        PlanState made = Construction.run(problem, Crew.atWork()::isStopped);
        int maxTrainers = problem.curriculum.maxTrainers;
        Trial steps = new Trial(new PlanState(problem));
        for (int s = 0; s < problem.estate.digitalBase; s++) {
            if (made.countOf(s) > 0) {
                steps.teach(s, made.moduleOf(s));
                for (int k = 0; k < maxTrainers; k++) {
                    steps.staff(s, k, made.trainerAt(s, k));
                }
            }
        }
        for (int r = 0; r < problem.requirements.count; r++) {
            if (made.isBooked(r)) {
                steps.book(r, made.sessionOf(r));
            }
        }
        steps.asMove("construction").doMoveOnly(scoreDirector);
    }
}
