package io.muster.api.cli;

import io.muster.api.plan.PlanCommand;
import io.muster.api.plan.PlanView;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code muster plan}. */
@Command(
        name = "plan",
        description = "Decide scope, plan sessions and bookings, audit the plan and write it.",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        footer = {
            "",
            "Examples:",
            "  muster plan my-data --out my-plan",
            "  muster plan my-data.xlsx --out my-plan --rules role-matrix --time 2m",
            "  muster plan my-data --out my-plan --profile short-travel",
            "  muster plan my-data --out my-plan --steps 20000 --seed 7 --strict"
        })
final class PlanSubcommand implements Callable<Integer> {
    private final Services services;
    private final Console console;

    @Parameters(paramLabel = "DATASET", description = "The data set: a folder, a .zip or an .xlsx workbook.")
    @SuppressWarnings("NullAway.Init") // required, so picocli sets it
    private Path dataSet;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            required = true,
            description = "Folder for the plan: new, empty or holding an older plan.")
    @SuppressWarnings("NullAway.Init") // required, so picocli sets it
    private Path out;

    @Mixin
    private final PlanOptions options = new PlanOptions();

    PlanSubcommand(Services services, Console console) {
        this.services = services;
        this.console = console;
    }

    @Override
    public Integer call() {
        return plan(services, console, options.command(dataSet, out, null), options.isStrict());
    }

    /** Makes a plan, prints it, and gives the exit code. */
    static int plan(Services services, Console console, PlanCommand command, boolean strict) {
        ConsoleProgress progress = console.progress();
        PlanView view;
        try {
            view = services.plans().plan(command, progress);
        } finally {
            progress.done();
        }
        if (!view.warnings().isEmpty()) {
            IssuePrinter.print(view.warnings(), console.err());
        }
        PlanReport.print(view, console.out());
        return strict && !view.coversEverything() ? ExitCode.SHORT : ExitCode.OK;
    }
}
