package io.muster.api.cli;

import io.muster.api.dataset.LoadedDataSet;
import io.muster.api.output.OutputPath;
import io.muster.api.scope.DecidedScope;
import io.muster.api.scope.ScopingService;
import io.muster.data.issue.Issue;
import io.muster.data.issue.Severity;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code muster scope}. */
@Command(
        name = "scope",
        description = "Decide who needs which module, explain it, or compare two rule sets.",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        footer = {
            "",
            "Examples:",
            "  muster scope my-data",
            "  muster scope my-data --rules role-matrix --out scope.csv",
            "  muster scope my-data --why P00017",
            "  muster scope my-data --compare role-matrix",
            "  muster scope --check --rules my-rules"
        })
final class ScopeSubcommand implements Callable<Integer> {
    private final Services services;
    private final Console console;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before anything runs
    private CommandSpec spec;

    @Parameters(
            arity = "0..1",
            paramLabel = "DATASET",
            description = "The data set: a folder, a .zip or a workbook. Not needed with --check.")
    private @Nullable Path dataSet;

    @Option(
            names = "--rules",
            paramLabel = "ID|FOLDER",
            description = "Rule set: a shipped one's id or a folder; default: " + ScopingService.DEFAULT_RULE_SET + ".")
    private @Nullable String rules;

    @ArgGroup(exclusive = true)
    private @Nullable Question question;

    @Option(names = "--out", paramLabel = "FILE", description = "Write the decisions as scope.csv to this file.")
    private @Nullable Path out;

    ScopeSubcommand(Services services, Console console) {
        this.services = services;
        this.console = console;
    }

    /** What is asked, if not for an overview. */
    static final class Question {
        @Option(
                names = "--why",
                paramLabel = "STAFF",
                description = "Explain every decision about a staff member, with the rule that came nearest.")
        private @Nullable String why;

        @Option(
                names = "--compare",
                paramLabel = "OTHER",
                description = "Show who moves in or out under another rule set (id or folder), and what that costs.")
        private @Nullable String compare;

        @Option(names = "--check", description = "Check the rule set itself: values, overlaps, gaps, scenarios.")
        private boolean check;
    }

    @Override
    public Integer call() {
        if (question != null && question.check && dataSet == null) {
            return check();
        }
        if (dataSet == null) {
            throw new ParameterException(spec.commandLine(), "Missing required parameter: 'DATASET'");
        }
        if (out != null) {
            OutputPath.requireFile(out);
        }
        ConsoleProgress progress = console.progress();
        try {
            progress.step("load");
            LoadedDataSet loaded = services.dataSets().load(dataSet);
            progress.step("scope");
            DecidedScope scope = services.scoping().decide(loaded.dataSet(), rules);
            progress.done();
            return answer(loaded, scope);
        } finally {
            progress.done();
        }
    }

    private int answer(LoadedDataSet loaded, DecidedScope scope) {
        warn(loaded.warnings());
        warn(scope.warnings());
        if (question == null) {
            ScopeReport.printOverview(loaded.dataSet(), scope, console.out());
        } else if (question.why != null) {
            ScopeReport.printWhy(services.scoping().why(scope, question.why), console.out());
        } else if (question.compare != null) {
            DecidedScope other = services.scoping().decide(loaded.dataSet(), question.compare);
            warn(other.warnings());
            ScopeComparisonReport.print(
                    services.scoping().compare(loaded.dataSet(), scope, other), scope, other, console.out());
        } else {
            console.out().println("Rule set " + scope.ruleSetId() + " can be used with this data set.");
        }
        if (out != null) {
            services.scoping().write(scope, out);
            console.out().println("Decisions written to " + out);
        }
        return ExitCode.OK;
    }

    private int check() {
        List<Issue> issues = services.scoping().check(rules);
        if (!issues.isEmpty()) {
            IssuePrinter.print(issues, console.out());
        }
        boolean usable = issues.stream().noneMatch(i -> i.severity() == Severity.ERROR);
        console.out().println(usable ? "The rule set can be used." : "The rule set cannot be used.");
        return usable ? ExitCode.OK : ExitCode.BAD_INPUT;
    }

    private void warn(List<Issue> issues) {
        if (!issues.isEmpty()) {
            IssuePrinter.print(issues, console.err());
        }
    }
}
