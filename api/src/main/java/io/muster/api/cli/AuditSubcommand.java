package io.muster.api.cli;

import io.muster.api.plan.AuditCommand;
import io.muster.api.plan.AuditView;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code muster audit}. */
@Command(
        name = "audit",
        description = "Judge a plan, whoever made it: every hard rule, coverage and every cost line.",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        footer = {
            "",
            "Exits with 2 if the plan breaks a hard rule, or says something else about itself than the audit finds.",
            "",
            "Examples:",
            "  muster audit my-data my-plan",
            "  muster audit my-data new-plan --baseline published-plan",
            "  muster audit my-data new-plan --baseline published-plan --disruptions today.csv --as-of 2025-05-12"
        })
final class AuditSubcommand implements Callable<Integer> {
    private final Services services;
    private final Console console;

    @Parameters(index = "0", paramLabel = "DATASET", description = "The data set: a folder, a .zip or a workbook.")
    @SuppressWarnings("NullAway.Init") // required, so picocli sets it
    private Path dataSet;

    @Parameters(index = "1", paramLabel = "PLAN", description = "The plan: a folder, a .zip or a workbook.")
    @SuppressWarnings("NullAway.Init") // required, so picocli sets it
    private Path plan;

    @Option(
            names = "--baseline",
            paramLabel = "DIR",
            description = "The published plan this one started from; what broke in it is found anew.")
    private @Nullable Path baseline;

    @Option(
            names = "--disruptions",
            paramLabel = "FILE",
            description =
                    "What happened to the published plan: disruptions.csv, or a folder, .zip or workbook with it.")
    private @Nullable Path disruptions;

    @Option(
            names = "--as-of",
            paramLabel = "DATE",
            description = "The day of the re-plan, such as 2025-05-12; without it the programme's asOf.")
    private @Nullable LocalDate asOf;

    AuditSubcommand(Services services, Console console) {
        this.services = services;
        this.console = console;
    }

    @Override
    public Integer call() {
        ConsoleProgress progress = console.progress();
        AuditView view;
        try {
            view = services.audits().audit(new AuditCommand(dataSet, plan, baseline, disruptions, asOf), progress);
        } finally {
            progress.done();
        }
        if (!view.warnings().isEmpty()) {
            IssuePrinter.print(view.warnings(), console.err());
        }
        AuditText.print(view, console.out());
        return view.passed() ? ExitCode.OK : ExitCode.BAD_INPUT;
    }
}
