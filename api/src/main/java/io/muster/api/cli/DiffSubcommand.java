package io.muster.api.cli;

import io.muster.solver.explain.PlanDifference;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code muster diff}. */
@Command(
        name = "diff",
        description = "What changed between two plans: by BCU, team and module, then people; and each cost line.",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        footer = {
            "",
            "Examples:",
            "  muster diff my-data old-plan new-plan",
            "  muster diff my-data old-plan new-plan --people 50",
            "  muster diff my-data old-plan new-plan --json"
        })
final class DiffSubcommand implements Callable<Integer> {
    private final Services services;
    private final Console console;

    @Parameters(index = "0", paramLabel = "DATASET", description = "The data set: a folder, a .zip or a workbook.")
    @SuppressWarnings("NullAway.Init") // required, so picocli sets it
    private Path dataSet;

    @Parameters(index = "1", paramLabel = "PLAN_A", description = "The first plan.")
    @SuppressWarnings("NullAway.Init") // required, so picocli sets it
    private Path before;

    @Parameters(index = "2", paramLabel = "PLAN_B", description = "The second plan.")
    @SuppressWarnings("NullAway.Init") // required, so picocli sets it
    private Path after;

    @Option(
            names = "--people",
            paramLabel = "N",
            defaultValue = "20",
            converter = CountConverter.class,
            description = "The most bookings to list; default: ${DEFAULT-VALUE}.")
    private long people;

    @Option(names = "--json", description = "Print the answer as JSON, with every booking that changed.")
    private boolean json;

    DiffSubcommand(Services services, Console console) {
        this.services = services;
        this.console = console;
    }

    @Override
    public Integer call() {
        ConsoleProgress progress = console.progress();
        PlanDifference difference;
        try {
            difference = services.explaining().compare(dataSet, before, after, progress);
        } finally {
            progress.done();
        }
        if (json) {
            console.out().println(PlanQuestion.json(difference));
        } else {
            DiffText.print(difference, PlanQuestion.limit(people), console.out());
        }
        return ExitCode.OK;
    }
}
