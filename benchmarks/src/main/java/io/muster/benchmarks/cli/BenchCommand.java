package io.muster.benchmarks.cli;

import io.muster.benchmarks.muster.MusterContender;
import io.muster.benchmarks.report.HtmlReport;
import io.muster.benchmarks.result.Comparison;
import io.muster.benchmarks.result.Finding;
import io.muster.benchmarks.result.ResultCsv;
import io.muster.benchmarks.result.ResultTable;
import io.muster.benchmarks.result.Results;
import io.muster.benchmarks.result.Run;
import io.muster.benchmarks.run.SuiteRunner;
import io.muster.benchmarks.suite.BenchHome;
import io.muster.benchmarks.suite.BenchInputException;
import io.muster.benchmarks.suite.BenchJson;
import io.muster.benchmarks.suite.Suite;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ScopeType;

/** {@code muster bench}: runs a suite and says what came of it. */
@Command(
        name = "muster bench",
        description = {
            "Runs a suite of plans, each in a JVM of its own and one after another, and reports on them.",
            "Suites, settings, profiles and baselines are files; docs/BENCHMARKS.md says how to read and write them."
        },
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Exit codes: 0 fine, 1 a bug or a plan of Muster's that is none, 2 bad input or arguments,",
            "3 worse than the baseline beyond noise (--compare).",
            "",
            "Examples:",
            "  muster bench --list",
            "  muster bench quick --compare",
            "  muster bench full-size --out my-results"
        })
final class BenchCommand implements Callable<Integer> {
    private final PrintWriter out;
    private final PrintWriter err;

    @Parameters(arity = "0..1", paramLabel = "SUITE", description = "Name of a suite; see --list.")
    private @Nullable String suiteName;

    @Option(names = "--list", description = "List suites, settings, profiles and contenders.")
    private boolean list;

    @Option(names = "--compare", description = "Compare with the stored baseline.")
    private boolean compare;

    @Option(names = "--save-baseline", description = "Store the results as the suite's baseline.")
    private boolean saveBaseline;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "Where results go. Default: target/results/SUITE in the benchmarks folder.")
    private @Nullable Path outFolder;

    @Option(
            names = "--work",
            paramLabel = "DIR",
            description = "Where generated data sets are kept. Default: target/data in the benchmarks folder.")
    private @Nullable Path workFolder;

    @Option(
            names = "--home",
            paramLabel = "DIR",
            defaultValue = "benchmarks",
            scope = ScopeType.INHERIT,
            description = "The folder with suites, settings, profiles and baselines.")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private Path homeFolder;

    BenchCommand(PrintWriter out, PrintWriter err) {
        this.out = out;
        this.err = err;
    }

    /** {@return the folder with suites, settings, profiles and baselines} */
    BenchHome home() {
        return new BenchHome(homeFolder);
    }

    @Override
    public Integer call() {
        BenchHome home = home();
        if (list) {
            new Listing(home).print(out);
            return ExitCode.OK;
        }
        String name = suiteName;
        if (name == null) {
            throw new BenchInputException("name a suite. There are: " + String.join(", ", home.suites()) + ".");
        }
        Suite suite = home.suite(name);
        Path baselineFile = home.baseline(name);
        Results baseline = compare ? baseline(name, baselineFile) : null;
        Path folder = outFolder != null
                ? outFolder
                : homeFolder.resolve("target").resolve("results").resolve(name);
        Path work =
                workFolder != null ? workFolder : homeFolder.resolve("target").resolve("data");

        Results results = new SuiteRunner(
                        home, work, folder, System.getProperty("muster.bench.revision", ""), new ProgressLines(err))
                .run(name, suite);
        Comparison comparison = baseline == null ? null : Comparison.of(baseline, results);
        write(results, comparison, folder);
        ResultTable.print(results, out);
        out.println();
        out.println("Report:  " + folder.resolve("report.html"));
        out.println("Results: " + folder.resolve("rows.csv") + ", runs.csv, results.json");
        if (saveBaseline) {
            BenchJson.write(baselineFile, results.withoutTraces());
            out.println("Baseline: " + baselineFile);
        }
        boolean regression = comparison != null && regression(comparison);
        if (results.runs().stream().anyMatch(BenchCommand::isBug)) {
            return ExitCode.BUG;
        }
        return regression ? ExitCode.REGRESSION : ExitCode.OK;
    }

    private static Results baseline(String suite, Path file) {
        if (!Files.exists(file)) {
            throw new BenchInputException("there is no baseline of '" + suite + "' (" + file
                    + "). Store one with: muster bench " + suite + " --save-baseline");
        }
        return BenchJson.read(file, Results.class);
    }

    private static void write(Results results, @Nullable Comparison comparison, Path folder) {
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        BenchJson.write(folder.resolve("results.json"), results);
        ResultCsv.writeRows(results, folder.resolve("rows.csv"));
        ResultCsv.writeRuns(results, folder.resolve("runs.csv"));
        HtmlReport.write(results, comparison, folder.resolve("report.html"));
    }

    private boolean regression(Comparison comparison) {
        out.println();
        out.println("Compared with the baseline:");
        for (Finding finding : comparison.findings()) {
            out.println("  " + finding.verdict().text() + "  " + finding.key().label() + ": " + finding.subject() + ", "
                    + finding.sentence());
        }
        out.println(comparison.isRegression() ? "A regression beyond noise." : "No regression beyond noise.");
        return comparison.isRegression();
    }

    /** Peers may fail or break rules, which is for the table to say; Muster may not. */
    private static boolean isBug(Run run) {
        return run.key().contender().equals(MusterContender.ID)
                && run.findFigures().map(figures -> figures.violations() > 0).orElse(true);
    }
}
