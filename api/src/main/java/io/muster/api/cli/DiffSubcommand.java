package io.muster.api.cli;

import io.muster.api.explain.CompareCommand;
import io.muster.solver.explain.PlanDifference;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
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
            "With --as-of the first plan is the published one of which the second was made: the cost of the changes is"
                    + " shown too, by notice, and checked against changes.csv.",
            "",
            "Examples:",
            "  muster diff my-data old-plan new-plan",
            "  muster diff my-data published-plan repaired --disruptions today.csv --as-of 2025-05-12",
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
            names = "--disruptions",
            paramLabel = "FILE",
            description = "What happened to the first plan, as muster replan was told.")
    private @Nullable Path disruptions;

    @Option(
            names = "--as-of",
            paramLabel = "DATE",
            description = "The day on which the second plan was made of the first; default with --disruptions: the data"
                    + " set's asOf.")
    private @Nullable LocalDate asOf;

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
            difference = services.explaining()
                    .compare(new CompareCommand(dataSet, before, after, disruptions, asOf), progress);
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
