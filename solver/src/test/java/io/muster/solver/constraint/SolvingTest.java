package io.muster.solver.constraint;

import static org.assertj.core.api.Assertions.assertThat;

import ai.timefold.solver.core.api.solver.SolverFactory;
import ai.timefold.solver.core.config.localsearch.LocalSearchPhaseConfig;
import ai.timefold.solver.core.config.solver.EnvironmentMode;
import ai.timefold.solver.core.config.solver.SolverConfig;
import ai.timefold.solver.core.config.solver.termination.TerminationConfig;
import io.muster.solver.model.TrainingPlan;
import io.muster.solver.problem.Problem;
import io.muster.solver.support.RandomWorld;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The streams while a solver changes modules, trainers and enrolments under them. */
class SolvingTest {

    private static final int STEPS = 30;

    /** The solver itself compares each score with one made from scratch, and throws where they differ. */
    @ParameterizedTest
    @ValueSource(longs = {3, 4})
    void scoresStayRightMoveByMove(long seed) {
        Problem problem = RandomWorld.problem(seed, 3);
        SolverConfig config = Solutions.config()
                .withEnvironmentMode(EnvironmentMode.FULL_ASSERT)
                .withRandomSeed(seed)
                .withPhases(new LocalSearchPhaseConfig()
                        .withTerminationConfig(new TerminationConfig().withStepCountLimit(STEPS)));
        TrainingPlan start = new TrainingPlan(problem, RandomWorld.senseless(problem, seed));

        TrainingPlan best =
                SolverFactory.<TrainingPlan>create(config).buildSolver().solve(start);

        assertThat(best.getScore())
                .isEqualTo(Solutions.analyse(problem, best.assignment()).score())
                .isGreaterThan(Solutions.analyse(problem, RandomWorld.senseless(problem, seed))
                        .score());
    }
}
