package io.muster.benchmarks.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.CommandLineOptionException;
import org.openjdk.jmh.runner.options.CommandLineOptions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Unmatched;

/** {@code muster bench micro}: JMH benchmarks of the hot inner pieces. */
@Command(
        name = "micro",
        description = {
            "Measures the hot inner pieces with JMH: the state core, construction, bounds, audit, search.",
            "Arguments go to JMH, such as part of a name to choose by, -p people=1000, -prof gc or -rff out.json -rf json."
        })
final class MicroCommand implements Callable<Integer> {
    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Show this help message and exit.")
    private boolean help;

    @Unmatched
    private final List<String> arguments = new ArrayList<>();

    @Override
    public Integer call() throws RunnerException, CommandLineOptionException {
        new Runner(new CommandLineOptions(arguments.toArray(String[]::new))).run();
        return ExitCode.OK;
    }
}
