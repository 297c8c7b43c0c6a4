package io.muster.benchmarks.cli;

import io.muster.benchmarks.suite.BenchInputException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import picocli.CommandLine;
import picocli.CommandLine.ParseResult;

/** The command line as a whole, and what happens when a command fails. */
final class BenchCli {
    private BenchCli() {}

    /**
     * Runs a command.
     *
     * @param out where results go
     * @param err where progress and complaints go
     * @param args the command line
     * @return the exit code
     */
    static int run(PrintWriter out, PrintWriter err, String... args) {
        return new CommandLine(new BenchCommand(out, err))
                .addSubcommand(new ReportCommand(out))
                .addSubcommand(new MicroCommand())
                .addSubcommand(new ReplanBenchCommand(out))
                .addSubcommand(new LoadBenchCommand(out))
                .setOut(out)
                .setErr(err)
                .setOverwrittenOptionsAllowed(true)
                .setUsageHelpAutoWidth(false)
                .setExecutionExceptionHandler((failure, commandLine, parsed) -> complain(failure, err, parsed))
                .execute(args);
    }

    private static int complain(Exception failure, PrintWriter err, ParseResult parsed) {
        if (failure instanceof BenchInputException || failure instanceof CommandLine.ParameterException) {
            err.println("muster bench: " + failure.getMessage());
            return ExitCode.BAD_INPUT;
        }
        if (failure instanceof UncheckedIOException io && io.getCause() instanceof FileSystemException file) {
            err.println("muster bench: cannot use " + file.getFile() + " ("
                    + file.getClass().getSimpleName().replace("Exception", "") + ").");
            return ExitCode.BAD_INPUT;
        }
        err.println("muster bench: a bug in '" + String.join(" ", parsed.originalArgs()) + "':");
        failure.printStackTrace(err);
        return ExitCode.BUG;
    }
}
