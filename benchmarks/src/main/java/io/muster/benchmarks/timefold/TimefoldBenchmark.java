package io.muster.benchmarks.timefold;

import ai.timefold.solver.benchmark.api.PlannerBenchmarkFactory;
import ai.timefold.solver.benchmark.config.PlannerBenchmarkConfig;
import ai.timefold.solver.benchmark.config.ProblemBenchmarksConfig;
import ai.timefold.solver.benchmark.config.SolverBenchmarkConfig;
import ai.timefold.solver.benchmark.config.statistic.ProblemStatisticType;
import ai.timefold.solver.benchmark.config.statistic.SingleStatisticType;
import io.muster.benchmarks.suite.BenchCase;
import io.muster.benchmarks.suite.BenchHome;
import io.muster.benchmarks.suite.Limit;
import io.muster.benchmarks.suite.Suite;
import io.muster.benchmarks.suite.Variant;
import io.muster.data.model.DataSet;
import io.muster.data.sample.SampleGenerator;
import io.muster.rules.RuleSetLoader;
import io.muster.rules.ScopeService;
import io.muster.solver.SearchSettings;
import io.muster.solver.SolveOptions;
import io.muster.solver.model.TrainingPlan;
import io.muster.solver.problem.Problem;
import io.muster.solver.search.SearchConfig;
import io.muster.solver.state.Assignment;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * Runs a suite's cases by each of its settings with Timefold's benchmarker, which knows what happened inside a search:
 * scores over steps, and what each kind of move was worth. All runs share one JVM, and nothing is audited: for figures
 * of plans, time and memory the suite itself is run.
 */
public final class TimefoldBenchmark {
    private final BenchHome home;

    /**
     * A benchmark.
     *
     * @param home where settings are
     */
    public TimefoldBenchmark(BenchHome home) {
        this.home = home;
    }

    /**
     * Runs.
     *
     * @param suite its cases, settings, first seed and first limit are what runs
     * @param folder where Timefold writes its report
     * @return the folder of the report
     */
    public Path run(Suite suite, Path folder) {
        List<TrainingPlan> problems =
                suite.cases().stream().map(TimefoldBenchmark::problem).toList();
        Limit limit = suite.limits().get(0);
        List<SolverBenchmarkConfig> solvers = new ArrayList<>();
        for (String name : Objects.requireNonNull(suite.settings())) {
            SearchSettings settings = home.settings(name).toSettings();
            SolveOptions options = new SolveOptions(suite.seeds().get(0), limit.time(), limit.steps(), settings);
            SolverBenchmarkConfig solver = new SolverBenchmarkConfig();
            solver.setName(name);
            solver.setSolverConfig(SearchConfig.of(options, problems.get(0).problem().requirements.count));
            solver.setProblemBenchmarksConfig(statistics());
            solvers.add(solver);
        }
        PlannerBenchmarkConfig config = new PlannerBenchmarkConfig();
        config.setBenchmarkDirectory(folder.toFile());
        config.setWarmUpSecondsSpentLimit(0L);
        config.setSolverBenchmarkConfigList(solvers);
        PlannerBenchmarkFactory.create(config).buildPlannerBenchmark(problems).benchmark();
        return newest(folder);
    }

    /** Timefold gives each report a folder named by its time. */
    private static Path newest(Path folder) {
        try (Stream<Path> reports = Files.list(folder)) {
            return reports.filter(Files::isDirectory).max(Path::compareTo).orElse(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ProblemBenchmarksConfig statistics() {
        return new ProblemBenchmarksConfig()
                .withProblemStatisticTypes(
                        ProblemStatisticType.BEST_SCORE,
                        ProblemStatisticType.STEP_SCORE,
                        ProblemStatisticType.MOVE_EVALUATION_SPEED,
                        ProblemStatisticType.MOVE_COUNT_PER_STEP)
                .withSingleStatisticTypes(
                        SingleStatisticType.PICKED_MOVE_TYPE_BEST_SCORE_DIFF,
                        SingleStatisticType.PICKED_MOVE_TYPE_STEP_SCORE_DIFF);
    }

    private static TrainingPlan problem(BenchCase benchCase) {
        DataSet data = SampleGenerator.generate(
                benchCase.programme(),
                Objects.requireNonNull(benchCase.people()),
                Objects.requireNonNull(benchCase.dataSeed()));
        Variant variant = benchCase.variant();
        DataSet seen = variant == null ? data : variant.of(data);
        Problem problem = Problem.of(
                seen,
                new ScopeService()
                        .decide(
                                seen,
                                new RuleSetLoader()
                                        .shipped(Objects.requireNonNull(benchCase.ruleSet()))
                                        .ruleSet()
                                        .orElseThrow())
                        .decisions());
        return new TrainingPlan(problem, Assignment.empty(problem));
    }
}
