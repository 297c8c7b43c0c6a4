package io.muster.api.cli;

import io.muster.api.replan.ReplanCommand;
import io.muster.api.replan.ReplanView;
import io.muster.solver.replan.ReplanPolicy;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.TypeConversionException;

/** {@code muster replan}. */
@Command(
        name = "replan",
        description =
                "Repair a published plan after disruptions: only what is broken moves, and nothing without a price.",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        footer = {
            "",
            "Examples:",
            "  muster replan my-data --baseline my-plan --disruptions disruptions.csv --as-of 2025-05-06 --out repaired",
            "  muster replan my-data --baseline my-plan --disruptions disruptions.csv --out options --policy all",
            "  muster replan my-data --baseline my-plan --disruptions disruptions.csv --out repaired --max-moved 20"
        })
final class ReplanSubcommand implements Callable<Integer> {
    private final Services services;
    private final Console console;

    @Parameters(paramLabel = "DATASET", description = "The data set: a folder, a .zip or an .xlsx workbook.")
    @SuppressWarnings("NullAway.Init") // required, so picocli sets it
    private Path dataSet;

    @Option(names = "--baseline", paramLabel = "PLAN", required = true, description = "The published plan.")
    @SuppressWarnings("NullAway.Init") // required, so picocli sets it
    private Path baseline;

    @Option(
            names = "--disruptions",
            paramLabel = "FILE",
            required = true,
            description = "disruptions.csv, or a folder, .zip or workbook that holds it.")
    @SuppressWarnings("NullAway.Init") // required, so picocli sets it
    private Path disruptions;

    @Option(
            names = "--as-of",
            paramLabel = "DATE",
            description = "Day of the re-plan, such as 2025-05-06; default: the data set's asOf.")
    private @Nullable LocalDate asOf;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            required = true,
            description =
                    "Folder for the plan: new, empty or holding an older plan. With --policy all, one folder in it"
                            + " for each.")
    @SuppressWarnings("NullAway.Init") // required, so picocli sets it
    private Path out;

    @Option(
            names = "--rules",
            paramLabel = "ID|FOLDER",
            description = "Rule set that decides scope; default: the published plan's.")
    private @Nullable String rules;

    @Option(
            names = "--policy",
            paramLabel = "POLICY",
            converter = Policies.class,
            defaultValue = "least-disturbance",
            description = "least-disturbance, lowest-cost, fastest-completion, or all to compare them;"
                    + " default ${DEFAULT-VALUE}.")
    @SuppressWarnings("NullAway.Init") // has a default, so picocli sets it
    private List<ReplanPolicy> policies;

    @Option(
            names = "--max-moved",
            paramLabel = "N",
            converter = CountConverter.class,
            description =
                    "Most bookings that may be moved though nothing broke them; default: as many as coverage needs.")
    private @Nullable Long maxMoved;

    @Mixin
    private final SearchLimits limits = new SearchLimits();

    @Option(names = "--strict", description = "Exit with 3 if a requirement stays unbooked.")
    private boolean strict;

    ReplanSubcommand(Services services, Console console) {
        this.services = services;
        this.console = console;
    }

    @Override
    public Integer call() {
        ReplanCommand command = new ReplanCommand(
                dataSet,
                baseline,
                disruptions,
                asOf,
                out,
                rules,
                policies,
                maxMoved == null ? null : (int) Math.min(Integer.MAX_VALUE, maxMoved),
                limits.seed(),
                limits.time(),
                limits.steps(),
                null,
                Set.of());
        ConsoleProgress progress = console.progress();
        ReplanView view;
        try {
            view = services.replans().replan(command, progress);
        } finally {
            progress.done();
        }
        if (!view.warnings().isEmpty()) {
            IssuePrinter.print(view.warnings(), console.err());
        }
        ReplanReport.print(view, console.out());
        return strict && !view.coversEverything() ? ExitCode.SHORT : ExitCode.OK;
    }

    /** Reads a policy, or all of them. */
    static final class Policies implements ITypeConverter<List<ReplanPolicy>> {

        @Override
        public List<ReplanPolicy> convert(String text) {
            if (text.equalsIgnoreCase("all")) {
                return List.of(ReplanPolicy.values());
            }
            try {
                return List.of(
                        ReplanPolicy.valueOf(text.toUpperCase(Locale.ROOT).replace('-', '_')));
            } catch (IllegalArgumentException e) {
                throw new TypeConversionException(
                        "'" + text + "' is none of least-disturbance, lowest-cost, fastest-completion and all");
            }
        }
    }
}
