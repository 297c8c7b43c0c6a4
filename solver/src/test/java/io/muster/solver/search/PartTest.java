package io.muster.solver.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.timefold.solver.core.api.score.buildin.hardmediumsoftlong.HardMediumSoftLongScore;
import ai.timefold.solver.core.api.score.calculator.IncrementalScoreCalculator;
import ai.timefold.solver.core.config.solver.SolverConfig;
import io.muster.data.model.DataSet;
import io.muster.data.sample.SampleGenerator;
import io.muster.data.sample.SampleProgramme;
import io.muster.solver.SearchSettings;
import io.muster.solver.SolveListener;
import io.muster.solver.SolveOptions;
import io.muster.solver.construct.Construction;
import io.muster.solver.model.TrainingPlan;
import io.muster.solver.problem.Problem;
import io.muster.solver.state.Assignment;
import io.muster.solver.state.PlanState;
import io.muster.solver.support.Plans;
import io.muster.solver.support.RandomWorld;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** A plan cut into parts: they share nothing, and what they make fits together. */
class PartTest {

    private static final SolveListener UNHEARD = (phase, fraction, shortfall, pence, booked, all) -> {};

    private static final long STEPS = 30_000;

    private static Problem sample(SampleProgramme programme, int people) {
        DataSet data = SampleGenerator.generate(programme, people, 3);
        return Problem.of(data, Plans.scopeByRules(data));
    }

    @ParameterizedTest
    @CsvSource({"NMFL_PHASE_2, 120, 2", "NMFL_PHASE_2, 120, 3", "METCC, 100, 2"})
    void everyDayAndBookingBelongsToOnePartAtMost(SampleProgramme programme, int people, int count) {
        Problem problem = sample(programme, people);
        Assignment plan = Construction.run(problem).assignment();

        Part.Cut cut = new Part.Cut(problem, plan, count, new SplittableRandom(7));

        int moved = 0;
        assertThat(IntStream.range(0, count).flatMap(i -> IntStream.of(cut.part(i).days)))
                .doesNotHaveDuplicates();
        for (int r = 0; r < problem.requirements.count; r++) {
            int owners = 0;
            for (int i = 0; i < count; i++) {
                Part part = cut.part(i);
                if (part.mayMove(r)) {
                    owners++;
                    int session = plan.sessionOf()[r];
                    assertThat(session < 0 || part.mayBook(r, problem.estate.dayOf(session)))
                            .as("a part may book requirement " + r + " where it is")
                            .isTrue();
                }
            }
            assertThat(owners).as("parts of requirement " + r).isLessThanOrEqualTo(1);
            moved += owners;
        }
        // Where weekends are training days, Sundays and Mondays between parts stay as they are.
        assertThat(moved).isGreaterThan(problem.requirements.count / 2);
    }

    /** O comes after DIG: where the two are in different parts, no day may be open to both in the wrong order. */
    @Test
    void orderBetweenPartsLeavesRoomForBoth() {
        Problem problem = sample(SampleProgramme.NMFL_PHASE_2, 300);
        Assignment plan = Construction.run(problem).assignment();
        Part.Cut cut = new Part.Cut(problem, plan, 2, new SplittableRandom(11));

        int apart = 0;
        for (int r = 0; r < problem.requirements.count; r++) {
            for (int before : problem.curriculum.after[problem.requirements.moduleOf[r]]) {
                int q = problem.requirements.at[problem.requirements.staffOf[r] * problem.curriculum.modules + before];
                if (q < 0 || plan.sessionOf()[q] < 0 || plan.sessionOf()[r] < 0) {
                    continue;
                }
                for (int i = 0; i < 2; i++) {
                    if (cut.part(i).mayMove(r) && cut.part(1 - i).mayMove(q)) {
                        apart++;
                        assertThat(lastOpen(problem, cut.part(1 - i), q))
                                .isLessThan(firstOpen(problem, cut.part(i), r));
                    }
                }
            }
        }
        assertThat(apart).isGreaterThan(10);
    }

    private static int lastOpen(Problem problem, Part part, int r) {
        int last = -1;
        for (int d = 0; d < problem.calendar.days; d++) {
            last = part.mayBook(r, d) ? d : last;
        }
        return last;
    }

    private static int firstOpen(Problem problem, Part part, int r) {
        int first = problem.calendar.days;
        for (int d = problem.calendar.days - 1; d >= 0; d--) {
            first = part.mayBook(r, d) ? d : first;
        }
        return first;
    }

    /** The search itself throws where parts do not fit together. */
    @ParameterizedTest
    @EnumSource(SampleProgramme.class)
    void whatPartsMakeFitsTogetherAndRepeats(SampleProgramme programme) {
        Problem problem = sample(programme, programme.minPeople() * 2);
        for (int parts = 2; parts <= 3; parts++) {
            Assignment once = solve(problem, parts);
            assertThat(PlanState.of(problem, once).hardPoints()).isZero();
            assertThat(solve(problem, parts)).usingRecursiveComparison().isEqualTo(once);
        }
    }

    @Test
    void whatPartsMakeFitsTogetherInRandomWorlds() {
        for (long seed = 0; seed < 40; seed++) {
            Problem problem = RandomWorld.problem(seed, 3);
            assertThat(PlanState.of(problem, solve(problem, 2)).hardPoints())
                    .as("seed " + seed)
                    .isZero();
        }
    }

    /** Whoever waits for a part whose solver failed is told why, and does not wait for ever. */
    @Test
    @Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void aPartThatFailsEndsTheSearch() {
        Problem problem = sample(SampleProgramme.NMFL_PHASE_2, 120);
        TrainingSearch search = new TrainingSearch(
                problem, new SolveOptions(1, null, STEPS), null, null, PartTest::failingBesideTheFirst);

        assertThatThrownBy(() -> search.solve(UNHEARD))
                .hasStackTraceContaining("Another part's search failed")
                .hasStackTraceContaining(FailingCalculator.MESSAGE);
    }

    /** The first solver has construction as well: the others' calculator throws. */
    private static SolverConfig failingBesideTheFirst(SolverConfig config) {
        if (config.getPhaseConfigList().size() == 1) {
            config.getScoreDirectorFactoryConfig().withIncrementalScoreCalculatorClass(FailingCalculator.class);
        }
        return config;
    }

    /** Fails as soon as it is asked for a score. */
    public static final class FailingCalculator
            implements IncrementalScoreCalculator<TrainingPlan, HardMediumSoftLongScore> {

        static final String MESSAGE = "no score today";

        @Override
        public void resetWorkingSolution(TrainingPlan plan) {
            throw new IllegalStateException(MESSAGE);
        }

        @Override
        public void beforeVariableChanged(Object entity, String variableName) {}

        @Override
        public void afterVariableChanged(Object entity, String variableName) {}

        @Override
        public void beforeEntityAdded(Object entity) {}

        @Override
        public void afterEntityAdded(Object entity) {}

        @Override
        public void beforeEntityRemoved(Object entity) {}

        @Override
        public void afterEntityRemoved(Object entity) {}

        @Override
        public HardMediumSoftLongScore calculateScore() {
            throw new IllegalStateException(MESSAGE);
        }
    }

    private static Assignment solve(Problem problem, int parts) {
        SearchSettings settings = new SearchSettings(1_000, 50, parts, 1, Map.of());
        TrainingPlan best =
                new TrainingSearch(problem, new SolveOptions(parts, null, STEPS, settings), null).solve(UNHEARD);
        return best.assignment();
    }
}
