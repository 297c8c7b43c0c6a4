package io.muster.solver.search;

import static org.assertj.core.api.Assertions.assertThat;

import ai.timefold.solver.core.api.score.buildin.hardmediumsoftlong.HardMediumSoftLongScore;
import ai.timefold.solver.core.api.score.director.ScoreDirector;
import ai.timefold.solver.core.config.score.director.ScoreDirectorFactoryConfig;
import ai.timefold.solver.core.config.solver.EnvironmentMode;
import ai.timefold.solver.core.config.solver.SolverConfig;
import io.muster.data.model.DataSet;
import io.muster.data.plan.ScopeDecision;
import io.muster.data.sample.SampleGenerator;
import io.muster.data.sample.SampleProgramme;
import io.muster.solver.SearchSettings;
import io.muster.solver.SolveOptions;
import io.muster.solver.check.AuditReport;
import io.muster.solver.constraint.TrainingConstraintProvider;
import io.muster.solver.construct.Construction;
import io.muster.solver.model.TrainingPlan;
import io.muster.solver.problem.Problem;
import io.muster.solver.state.Assignment;
import io.muster.solver.state.PlanState;
import io.muster.solver.support.Fixtures;
import io.muster.solver.support.Plans;
import io.muster.solver.support.RandomWorld;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The search as it is configured: its scores are the streams', and its moves keep a valid plan valid. */
class SearchTest {

    private static final long MOVES_ASSERTED = 2_000;
    private static final int MOVES = 400;
    private static final long PROPOSALS = 20_000;
    /** Hot, so that all kinds of moves are made. */
    private static final SearchSettings ALONE = new SearchSettings(2_000, 2_000, 1, 1, Map.of());

    /** The solver compares the state's score with that of the constraint streams after every move, and throws. */
    @ParameterizedTest
    @ValueSource(longs = {1, 3, 6, 11})
    void everyScoreIsTheStreamsInRandomWorlds(long seed) {
        Problem problem = RandomWorld.problem(seed, 3);
        expectAssertedSolve(problem, RandomWorld.scope(seed, 3), seed);
    }

    @ParameterizedTest
    @CsvSource({"NMFL_PHASE_2, 100", "COACHING_APPRENTICESHIP, 23", "METCC, 100"})
    void everyScoreIsTheStreamsInSampleProgrammes(SampleProgramme programme, int people) {
        DataSet data = SampleGenerator.generate(programme, people, 5);
        List<ScopeDecision> scope = Plans.scopeByRules(data);
        expectAssertedSolve(Problem.of(data, scope), scope, 5);
    }

    private static void expectAssertedSolve(Problem problem, List<ScopeDecision> scope, long seed) {
        TrainingPlan best = new TrainingSearch(
                        problem, new SolveOptions(seed, null, MOVES_ASSERTED), null, null, SearchTest::assertingAll)
                .solve((phase, fraction, shortfall, pence, booked, all) -> {});

        AuditReport report = Plans.audit(problem, scope, best.assignment());
        assertThat(report.violations()).isEmpty();
        assertThat(best.getScore()).isEqualTo(Plans.score(report));
    }

    private static SolverConfig assertingAll(SolverConfig config) {
        config.getScoreDirectorFactoryConfig()
                .withAssertionScoreDirectorFactory(
                        new ScoreDirectorFactoryConfig().withConstraintProviderClass(TrainingConstraintProvider.class));
        return config.withEnvironmentMode(EnvironmentMode.FULL_ASSERT);
    }

    /** Every move is made on a plan of its own, which stays valid; the plan the moves are made for is left as it was. */
    @Test
    void movesKeepAValidPlanValid() {
        Map<String, Integer> made = new TreeMap<>();
        for (long seed = 0; seed < 40; seed++) {
            Problem problem = RandomWorld.problem(seed, 3);
            expectValidMoves(problem, Construction.run(problem).assignment(), seed, made);
            // Construction leaves nothing to open: an empty plan does.
            expectValidMoves(problem, Assignment.empty(problem), seed, made);
        }
        // Nor are there always two half-days that could pair up: here are.
        PlanState halves = twoHalvesOfADayAtTwoVenues();
        for (long seed = 0; seed < 30; seed++) {
            expectValidMoves(halves.problem(), halves.assignment(), seed, made);
        }
        for (SampleProgramme programme : SampleProgramme.values()) {
            DataSet data = SampleGenerator.generate(programme, programme.minPeople() * 2, 1);
            Problem problem = Problem.of(data, Plans.scopeByRules(data));
            expectValidMoves(problem, Construction.run(problem).assignment(), 1, made);
        }
        assertThat(made.keySet())
                .contains(
                        "change day",
                        "displace",
                        "evacuate",
                        "flip class",
                        "insert",
                        "join days",
                        "move class",
                        "move day",
                        "move one",
                        "open",
                        "pair trainers",
                        "pair up",
                        "rehouse",
                        "replace trainer",
                        "restaff",
                        "swap days");
    }

    /** A session in the morning at one venue, and one in the afternoon of that day at another, each with its trainer. */
    private static PlanState twoHalvesOfADayAtTwoVenues() {
        DataSet data = Fixtures.dataSet()
                .venue("V2", 51.51, -0.12)
                .room("R2", room -> room.venue = "V2")
                .trainer("X2", trainer -> {})
                .staff("P0", "P1")
                .build();
        PlanState state = new PlanState(Problem.of(data, Plans.everythingForAll(data)));
        for (int r = 0; r < 2; r++) {
            int session = state.problem().estate.sessionAt(r, 0, r);
            state.setModule(session, 0);
            state.setTrainer(session, 0, r);
            state.book(r, session);
        }
        assertThat(state.hardPoints()).isZero();
        return state;
    }

    private static void expectValidMoves(Problem problem, Assignment start, long seed, Map<String, Integer> made) {
        TrainingPlan plan = new TrainingPlan(problem, start);
        PlanScoreCalculator calculator = new PlanScoreCalculator();
        calculator.resetWorkingSolution(plan);
        ScoreDirector<TrainingPlan> director = director(plan, calculator);
        PlanState state = plan.state();
        Crew crew = new Crew(problem, ALONE, new Limits(new SolveOptions(seed, null, PROPOSALS, ALONE), 0), seed, null);
        crew.enter(() -> false, moves -> {});
        MoveMaker maker = new MoveMaker(state, Crew.atWork());
        for (int i = 0; i < MOVES; i++) {
            HardMediumSoftLongScore before = score(state);
            PlanMove move = maker.next();
            assertThat(score(state)).isEqualTo(before);
            if (move == null) {
                break;
            }
            made.merge(move.getSimpleMoveTypeDescription(), 1, Integer::sum);
            move.doMoveOnGenuineVariables(director);
            assertThat(state.hardPoints()).as("seed " + seed + ": " + move).isZero();
        }
        crew.leave();
        assertThat(plan.entityAssignment()).usingRecursiveComparison().isEqualTo(state.assignment());
        assertThat(calculator.calculateScore()).isEqualTo(score(PlanState.of(problem, state.assignment())));
    }

    /** A director of a working plan that tells the calculator of every change, and does nothing else. */
    @SuppressWarnings("unchecked")
    private static ScoreDirector<TrainingPlan> director(TrainingPlan plan, PlanScoreCalculator calculator) {
        return (ScoreDirector<TrainingPlan>) Proxy.newProxyInstance(
                SearchTest.class.getClassLoader(),
                new Class<?>[] {ScoreDirector.class},
                (proxy, method, arguments) -> switch (method.getName()) {
                    case "getWorkingSolution" -> plan;
                    case "afterVariableChanged" -> {
                        calculator.afterVariableChanged(arguments[0], (String) arguments[1]);
                        yield null;
                    }
                    case "beforeVariableChanged" -> null;
                    default -> throw new UnsupportedOperationException(method.getName());
                });
    }

    private static HardMediumSoftLongScore score(PlanState state) {
        return HardMediumSoftLongScore.of(
                -state.hardPoints(), -state.shortfall(), -state.cost().total());
    }
}
