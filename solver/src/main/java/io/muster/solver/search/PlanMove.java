package io.muster.solver.search;

import ai.timefold.solver.core.api.score.director.ScoreDirector;
import ai.timefold.solver.core.impl.heuristic.move.AbstractMove;
import io.muster.solver.model.Enrolment;
import io.muster.solver.model.Session;
import io.muster.solver.model.TrainerPlace;
import io.muster.solver.model.TrainingPlan;
import java.util.Collection;
import java.util.List;

/** A series of changes to the working plan, as found valid by a {@link Trial}. */
final class PlanMove extends AbstractMove<TrainingPlan> {

    private final String kind;
    private final int[] steps;

    /**
     * A move.
     *
     * @param kind what it does, for Timefold's statistics
     * @param steps triples of a {@link Trial} step code and its two arguments
     */
    PlanMove(String kind, int[] steps) {
        this.kind = kind;
        this.steps = steps;
    }

    /** Whether it changes nothing. */
    boolean isEmpty() {
        return steps.length == 0;
    }

    @Override
    public boolean isMoveDoable(ScoreDirector<TrainingPlan> scoreDirector) {
        return steps.length > 0;
    }

    @Override
    protected void doMoveOnGenuineVariables(ScoreDirector<TrainingPlan> scoreDirector) {
        TrainingPlan plan = scoreDirector.getWorkingSolution();
        for (int i = 0; i < steps.length; i += 3) {
            int subject = steps[i + 1];
            int value = steps[i + 2];
            switch (steps[i]) {
                case Trial.ENROL -> {
                    Enrolment enrolment = plan.getEnrolments().get(subject);
                    scoreDirector.beforeVariableChanged(enrolment, "session");
                    enrolment.setSession(value < 0 ? null : plan.getSessions().get(value));
                    scoreDirector.afterVariableChanged(enrolment, "session");
                }
                case Trial.TEACH -> {
                    Session session = plan.getSessions().get(subject);
                    scoreDirector.beforeVariableChanged(session, "module");
                    session.setModule(value < 0 ? null : plan.getModules().get(value));
                    scoreDirector.afterVariableChanged(session, "module");
                }
                default -> {
                    TrainerPlace place = plan.getTrainerPlaces().get(subject);
                    scoreDirector.beforeVariableChanged(place, "trainer");
                    place.setTrainer(value < 0 ? null : plan.getTrainers().get(value));
                    scoreDirector.afterVariableChanged(place, "trainer");
                }
            }
        }
    }

    @Override
    public String getSimpleMoveTypeDescription() {
        return kind;
    }

    @Override
    public Collection<?> getPlanningEntities() {
        return List.of();
    }

    @Override
    public Collection<?> getPlanningValues() {
        return List.of();
    }

    @Override
    public String toString() {
        return kind + " of " + steps.length / 3 + " steps";
    }
}
