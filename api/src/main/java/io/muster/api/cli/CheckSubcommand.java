package io.muster.api.cli;

import io.muster.api.check.CheckView;
import io.muster.api.scope.ScopingService;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code muster check}. */
@Command(
        name = "check",
        description = "Prove, before planning, what cannot be covered, and what would have to change.",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        footer = {
            "",
            "Examples:",
            "  muster check my-data",
            "  muster check my-data.xlsx --rules role-matrix --strict",
            "  muster check my-data --all"
        })
final class CheckSubcommand implements Callable<Integer> {
    private final Services services;
    private final Console console;

    @Parameters(paramLabel = "DATASET", description = "The data set: a folder, a .zip or an .xlsx workbook.")
    @SuppressWarnings("NullAway.Init") // required, so picocli sets it
    private Path dataSet;

    @Option(
            names = "--rules",
            paramLabel = "ID|FOLDER",
            description = "Rule set: a shipped one's id or a folder; default: " + ScopingService.DEFAULT_RULE_SET + ".")
    private @Nullable String rules;

    @Option(names = "--all", description = "Print every finding, not just the largest.")
    private boolean all;

    @Option(names = "--strict", description = "Exit with 3 when a shortfall is proven.")
    private boolean strict;

    CheckSubcommand(Services services, Console console) {
        this.services = services;
        this.console = console;
    }

    @Override
    public Integer call() {
        ConsoleProgress progress = console.progress();
        CheckView view;
        try {
            view = services.checks().check(dataSet, rules, progress);
        } finally {
            progress.done();
        }
        if (!view.warnings().isEmpty()) {
            IssuePrinter.print(view.warnings(), console.err());
        }
        CheckReport.print(view, all, console.out());
        return strict && !view.mayCoverEverything() ? ExitCode.SHORT : ExitCode.OK;
    }
}
