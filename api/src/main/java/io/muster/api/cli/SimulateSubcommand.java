package io.muster.api.cli;

import io.muster.api.simulate.SimulateCommand;
import io.muster.api.simulate.SimulationView;
import io.muster.solver.replan.ReplanPolicy;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code muster simulate}. */
@Command(
        name = "simulate",
        description = "Live through seeded seasons of disruptions over a published plan, re-planned week by week.",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        footer = {
            "",
            "Without --plan, each policy's first plan is solved and all policies meet the same seasons.",
            "Rates, figures and what is not modelled: docs/SIMULATION.md.",
            "",
            "Examples:",
            "  muster simulate my-data --plan my-plan --runs 10 --out my-seasons",
            "  muster simulate my-data --policy flat,front-loaded,no-slack --time 60s --runs 20 --out my-seasons"
        })
final class SimulateSubcommand implements Callable<Integer> {
    private final Services services;
    private final Console console;

    @Parameters(paramLabel = "DATASET", description = "The data set: a folder, a .zip or an .xlsx workbook.")
    @SuppressWarnings("NullAway.Init") // required, so picocli sets it
    private Path dataSet;

    @Option(
            names = "--plan",
            paramLabel = "PLAN",
            description = "The published plan: a folder, a .zip or a workbook. Default: solve one for each policy.")
    private @Nullable Path plan;

    @Option(
            names = "--policy",
            paramLabel = "NAMES",
            split = ",",
            defaultValue = "flat,front-loaded",
            description = "Planning policies to compare: flat, front-loaded, no-slack. Default: ${DEFAULT-VALUE}.")
    @SuppressWarnings("NullAway.Init") // it has a default, so picocli sets it
    private List<String> policies;

    @Option(
            names = "--reserve-weeks",
            paramLabel = "N",
            defaultValue = "3",
            description = "Weeks at the end that front-loaded keeps free; default ${DEFAULT-VALUE}.")
    private int reserveWeeks;

    @Option(
            names = "--seat-reserve",
            paramLabel = "PCT",
            defaultValue = "10",
            description = "Per cent of every session's seats that flat keeps free; default ${DEFAULT-VALUE}.")
    private int seatReservePct;

    @Option(
            names = "--rules",
            paramLabel = "ID|FOLDER",
            description = "Rule set that decides scope; default: the plan's, without a plan everyone.")
    private @Nullable String rules;

    @Option(
            names = "--runs",
            paramLabel = "N",
            defaultValue = "1",
            description = "Seasons for each policy; default ${DEFAULT-VALUE}. P50 and P80 want 10 or more.")
    private int runs;

    @Option(
            names = "--seed",
            paramLabel = "S",
            defaultValue = "1",
            description = "Seed of what happens and of every solve; default ${DEFAULT-VALUE}.")
    private long seed;

    @Option(names = "--weeks", paramLabel = "W", description = "Weeks of each season; default: all.")
    private @Nullable Integer weeks;

    @Option(
            names = "--rates",
            paramLabel = "FILE.json",
            description = "Rates that differ from the default ones, such as {\"noShowPct\": {\"min\": 2, \"max\": 3}}.")
    private @Nullable Path rates;

    @Option(
            names = "--replan",
            paramLabel = "POLICY",
            defaultValue = "LEAST_DISTURBANCE",
            description = "What re-plans are good for: ${COMPLETION-CANDIDATES}. Default: ${DEFAULT-VALUE}.")
    @SuppressWarnings("NullAway.Init") // it has a default, so picocli sets it
    private ReplanPolicy replanPolicy;

    @Option(
            names = "--time",
            paramLabel = "DURATION",
            converter = DurationConverter.class,
            description = "Time for solving each first plan, such as 60s or 5m.")
    private @Nullable Duration time;

    @Option(
            names = "--steps",
            paramLabel = "N",
            converter = CountConverter.class,
            description = "Stop solving each first plan after this many steps. The same command gives the same files.")
    private @Nullable Long steps;

    @Option(
            names = "--replan-steps",
            paramLabel = "N",
            converter = CountConverter.class,
            description = "Stop the search of each re-plan, where its policy searches, after this many steps.")
    private @Nullable Long replanSteps;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            required = true,
            description = "Folder for the results: new, empty or holding older ones.")
    @SuppressWarnings("NullAway.Init") // required, so picocli sets it
    private Path out;

    SimulateSubcommand(Services services, Console console) {
        this.services = services;
        this.console = console;
    }

    @Override
    public Integer call() {
        ConsoleProgress progress = console.progress();
        SimulationView view;
        try {
            view = services.simulations()
                    .simulate(
                            new SimulateCommand(
                                    dataSet,
                                    plan,
                                    policies,
                                    reserveWeeks,
                                    seatReservePct,
                                    rules,
                                    runs,
                                    seed,
                                    weeks,
                                    rates,
                                    replanPolicy,
                                    time,
                                    steps,
                                    replanSteps,
                                    out),
                            progress);
        } finally {
            progress.done();
        }
        if (!view.warnings().isEmpty()) {
            IssuePrinter.print(view.warnings(), console.err());
        }
        SimulationReport.print(view, console.out());
        return ExitCode.OK;
    }
}
