package io.muster.benchmarks.cli;

import io.muster.benchmarks.report.HtmlReport;
import io.muster.benchmarks.result.Results;
import io.muster.benchmarks.result.Run;
import io.muster.benchmarks.suite.BenchJson;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code muster bench report}: the report again, from results that are there. */
@Command(
        name = "report",
        description = "Writes the report from one or more results.json: of several, their runs stand side by side.",
        mixinStandardHelpOptions = true)
final class ReportCommand implements Callable<Integer> {
    private final PrintWriter out;

    @Parameters(arity = "1..*", paramLabel = "RESULTS", description = "Files results.json.")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private List<Path> files;

    @Option(
            names = "--out",
            paramLabel = "FILE",
            defaultValue = "report.html",
            description = "The report. Default: ${DEFAULT-VALUE}.")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private Path report;

    ReportCommand(PrintWriter out) {
        this.out = out;
    }

    @Override
    public Integer call() {
        List<Results> parts =
                files.stream().map(file -> BenchJson.read(file, Results.class)).toList();
        HtmlReport.write(joined(parts), null, report);
        out.println("Report: " + report);
        return ExitCode.OK;
    }

    /** The first says what it is about, and what it was made on. */
    private static Results joined(List<Results> parts) {
        Results first = parts.get(0);
        TreeMap<String, String> contenders = new TreeMap<>();
        List<Run> runs = new ArrayList<>();
        for (Results part : parts) {
            contenders.putAll(part.contenders());
            runs.addAll(part.runs());
        }
        return new Results(
                String.join(
                        " and ", parts.stream().map(Results::suite).distinct().toList()),
                first.description(),
                first.revision(),
                first.machine(),
                contenders,
                runs);
    }
}
