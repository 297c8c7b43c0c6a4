package io.muster.benchmarks.cli;

import io.muster.benchmarks.replan.ReplanBench;
import io.muster.benchmarks.replan.ReplanCase;
import io.muster.benchmarks.replan.ReplanCases;
import io.muster.benchmarks.replan.ReplanRow;
import io.muster.benchmarks.suite.BenchInputException;
import io.muster.data.io.DataSetReader;
import io.muster.data.io.PlanReader;
import io.muster.data.model.DataSet;
import io.muster.data.plan.Plan;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code muster bench replan}: kinds of disruption of a plan, in a warm process. */
@Command(
        name = "replan",
        description = {
            "Re-plans a published plan after each kind of disruption, in one warm process, with the least disturbance.",
            "hit and moved count bookings, people those moved whom it hit, not hit the others, at most; shortfall and cost",
            "are beyond the published plan's, over bound is beyond the least shortfall that is proven, at most.",
            "Exits with 1 if a re-plan breaks a rule."
        },
        mixinStandardHelpOptions = true)
final class ReplanBenchCommand implements Callable<Integer> {
    private static final double PENCE_PER_POUND = 100.0;

    private final PrintWriter out;

    @Parameters(index = "0", paramLabel = "DATASET", description = "The data set.")
    @SuppressWarnings("NullAway.Init") // required, so picocli sets it
    private Path dataSet;

    @Parameters(index = "1", paramLabel = "PLAN", description = "The published plan.")
    @SuppressWarnings("NullAway.Init") // required, so picocli sets it
    private Path plan;

    @Option(names = "--as-of", paramLabel = "DATE", required = true, description = "Day of the re-plans.")
    @SuppressWarnings("NullAway.Init") // required, so picocli sets it
    private LocalDate asOf;

    @Option(names = "--small", defaultValue = "20", description = "Runs of each small kind; default ${DEFAULT-VALUE}.")
    private int small;

    @Option(names = "--large", defaultValue = "5", description = "Runs of each large kind; default ${DEFAULT-VALUE}.")
    private int large;

    @Option(
            names = "--anew",
            defaultValue = "0",
            paramLabel = "SECONDS",
            description =
                    "Solve the last large cases anew as well, each for so long; default ${DEFAULT-VALUE}: not at all.")
    private int anewSeconds;

    ReplanBenchCommand(PrintWriter out) {
        this.out = out;
    }

    @Override
    public Integer call() {
        DataSet data = DataSetReader.read(dataSet)
                .dataSet()
                .orElseThrow(() -> new BenchInputException(dataSet + " is no valid data set; see muster validate."));
        Plan published = PlanReader.read(plan)
                .plan()
                .orElseThrow(() -> new BenchInputException(plan + " is no readable plan; see muster audit."));
        ReplanBench bench = new ReplanBench(data, published, asOf);
        List<ReplanCase> cases = cases(data, published);
        List<ReplanRow> rows = new ArrayList<>(bench.run(cases));
        if (anewSeconds > 0) {
            cases.subList(cases.size() - 2, cases.size())
                    .forEach(one -> rows.add(bench.solveAnew(one, Duration.ofSeconds(anewSeconds))));
        }
        print(rows);
        return rows.stream().anyMatch(row -> row.violations() > 0) ? ExitCode.BUG : ExitCode.OK;
    }

    private List<ReplanCase> cases(DataSet data, Plan published) {
        try {
            return new ReplanCases(data, published, asOf).make(small, large);
        } catch (IllegalArgumentException e) {
            throw new BenchInputException(String.valueOf(e.getMessage()));
        }
    }

    private void print(List<ReplanRow> rows) {
        out.println(String.format(
                Locale.ROOT,
                "%-36s %4s %10s %10s %10s %10s %8s %7s %7s %8s %9s %10s %12s %6s",
                "kind",
                "runs",
                "repair ms",
                "p95 ms",
                "whole ms",
                "p95 ms",
                "hit",
                "moved",
                "people",
                "not hit",
                "shortfall",
                "over bound",
                "cost £",
                "broken"));
        for (ReplanRow row : rows) {
            out.println(String.format(
                    Locale.ROOT,
                    "%-36s %4d %,10.0f %,10.0f %,10.0f %,10.0f %,8d %,7d %,7d %,8d %+9d %,10d %,12.0f %6d",
                    row.name(),
                    row.runs(),
                    row.repairMillis(),
                    row.repairP95Millis(),
                    row.wholeMillis(),
                    row.wholeP95Millis(),
                    row.hit(),
                    row.moved(),
                    row.peopleHit(),
                    row.peopleNotHit(),
                    row.shortfall(),
                    row.overBound(),
                    row.costPence() / PENCE_PER_POUND,
                    row.violations()));
        }
    }
}
