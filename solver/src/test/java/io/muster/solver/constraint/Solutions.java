package io.muster.solver.constraint;

import ai.timefold.solver.core.api.score.analysis.ScoreAnalysis;
import ai.timefold.solver.core.api.score.buildin.hardmediumsoftlong.HardMediumSoftLongScore;
import ai.timefold.solver.core.api.solver.SolutionManager;
import ai.timefold.solver.core.api.solver.SolverFactory;
import ai.timefold.solver.core.config.solver.SolverConfig;
import io.muster.solver.catalogue.TrainingConstraint;
import io.muster.solver.catalogue.TrainingConstraint.Level;
import io.muster.solver.model.Enrolment;
import io.muster.solver.model.Session;
import io.muster.solver.model.TrainerPlace;
import io.muster.solver.model.TrainingPlan;
import io.muster.solver.problem.Problem;
import io.muster.solver.state.Assignment;
import java.util.Map;
import java.util.TreeMap;

/** Scores assignments with the constraint provider. */
public final class Solutions {

    private static final SolutionManager<TrainingPlan, HardMediumSoftLongScore> MANAGER =
            SolutionManager.create(SolverFactory.<TrainingPlan>create(config()));

    private Solutions() {}

    /** {@return a configuration with the provider and no phases} */
    public static SolverConfig config() {
        return new SolverConfig()
                .withSolutionClass(TrainingPlan.class)
                .withEntityClasses(Session.class, TrainerPlace.class, Enrolment.class)
                .withConstraintProviderClass(TrainingConstraintProvider.class);
    }

    /** {@return the score of an assignment, by constraint} */
    public static ScoreAnalysis<HardMediumSoftLongScore> analyse(Problem problem, Assignment assignment) {
        return MANAGER.analyze(new TrainingPlan(problem, assignment));
    }

    /** {@return points by id of the constraints that count any} */
    public static Map<String, Long> points(ScoreAnalysis<HardMediumSoftLongScore> analysis) {
        Map<String, Long> points = new TreeMap<>();
        for (TrainingConstraint constraint : TrainingConstraint.values()) {
            var part = analysis.getConstraintAnalysis(constraint.id());
            if (part == null) {
                continue;
            }
            HardMediumSoftLongScore score = part.score();
            long amount = constraint.level() == Level.HARD
                    ? score.hardScore()
                    : constraint.level() == Level.MEDIUM ? score.mediumScore() : score.softScore();
            if (amount != 0) {
                points.put(constraint.id(), -amount);
            }
        }
        return points;
    }
}
