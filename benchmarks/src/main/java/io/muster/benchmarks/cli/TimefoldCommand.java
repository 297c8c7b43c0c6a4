package io.muster.benchmarks.cli;

import io.muster.benchmarks.suite.BenchHome;
import io.muster.benchmarks.timefold.TimefoldBenchmark;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code muster bench timefold}: Timefold's own benchmarker over the settings of a suite. */
@Command(
        name = "timefold",
        description = {
            "Runs the cases of a suite by each of its settings with Timefold's benchmarker, once each with the first seed",
            "and limit: its report says what happened inside a search and what each kind of move was worth."
        },
        mixinStandardHelpOptions = true)
final class TimefoldCommand implements Callable<Integer> {
    private final PrintWriter out;

    @ParentCommand
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private BenchCommand parent;

    @Parameters(paramLabel = "SUITE", defaultValue = "settings", description = "Default: ${DEFAULT-VALUE}.")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private String suite;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "Where the report goes. Default: target/timefold in the benchmarks folder.")
    private @Nullable Path folder;

    TimefoldCommand(PrintWriter out) {
        this.out = out;
    }

    @Override
    public Integer call() {
        BenchHome home = parent.home();
        Path reports = folder != null ? folder : home.root().resolve("target").resolve("timefold");
        Path report = new TimefoldBenchmark(home).run(home.suite(suite), reports);
        out.println("Report: " + report.resolve("index.html"));
        return ExitCode.OK;
    }
}
