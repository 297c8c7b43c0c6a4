package io.muster.api.cli;

import io.muster.api.dataset.CheckedDataSet;
import io.muster.api.dataset.IssueGuide;
import io.muster.data.issue.Issue;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code muster validate}. */
@Command(
        name = "validate",
        description = "Read a data set and report every problem of every file at once.",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        footer = {
            "",
            "Issues are printed as file:row:column [CODE] id message; row 1 is the header.",
            "",
            "Examples:",
            "  muster validate my-data",
            "  muster validate my-data.xlsx --json",
            "  muster validate --explain UNKNOWN_REFERENCE",
            "  muster validate --explain all"
        })
final class ValidateSubcommand implements Callable<Integer> {
    private final Services services;
    private final Console console;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before anything runs
    private CommandSpec spec;

    @Parameters(
            arity = "0..1",
            paramLabel = "DATASET",
            description = "The data set: a folder, a .zip or an .xlsx workbook.")
    private @Nullable Path dataSet;

    @Option(
            names = "--explain",
            paramLabel = "CODE",
            description = "Explain an issue code and stop; 'all' explains every code.")
    private @Nullable String code;

    @Option(names = "--json", description = "Print the result as JSON, every issue in full.")
    private boolean json;

    @Option(
            names = "--issues",
            paramLabel = "FILE",
            description = "Write every issue to this file as JSON, however many are printed.")
    private @Nullable Path issuesFile;

    ValidateSubcommand(Services services, Console console) {
        this.services = services;
        this.console = console;
    }

    @Override
    public Integer call() {
        if (code != null) {
            IssueGuide.explain(code).forEach(console.out()::println);
            return ExitCode.OK;
        }
        if (dataSet == null) {
            throw new ParameterException(spec.commandLine(), "Missing required parameter: 'DATASET'");
        }
        ConsoleProgress progress = console.progress();
        CheckedDataSet checked;
        try {
            progress.step("load");
            checked = services.dataSets().check(dataSet);
        } finally {
            progress.done();
        }
        report(dataSet, checked);
        return checked.isUsable() ? ExitCode.OK : ExitCode.BAD_INPUT;
    }

    private void report(Path path, CheckedDataSet checked) {
        PrintWriter out = console.out();
        if (issuesFile != null) {
            IssueJson.write(path, checked, issuesFile);
        }
        if (json) {
            out.println(IssueJson.text(path, checked));
            return;
        }
        if (!checked.issues().isEmpty()) {
            IssuePrinter.print(checked.issues(), out);
        }
        checked.dataSet().ifPresent(read -> {
            out.println("Data set " + read.programme().id() + " can be planned (" + IssuePrinter.count(checked.issues())
                    + ").");
            DataSetReport.print(read, out);
        });
        if (!checked.isUsable()) {
            String codes =
                    checked.issues().stream().map(Issue::code).findFirst().orElse("CODE");
            out.println(
                    "Nothing can be planned from " + path + ". What a code means: muster validate --explain " + codes);
        }
    }
}
