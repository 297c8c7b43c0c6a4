package io.muster.api.cli;

import io.muster.api.dataset.DataSetFormat;
import io.muster.api.dataset.GenerateCommand;
import io.muster.api.progress.Progress;
import io.muster.data.model.DataSet;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code muster demo}. */
@Command(
        name = "demo",
        description =
                "Show the whole way: make a data set of 23,000 synthetic people, decide scope, plan, audit, write.",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        footer = {"", "Examples:", "  muster demo", "  muster demo --people 2000 --time 20s --out small-demo"})
final class DemoSubcommand implements Callable<Integer> {
    private static final Duration TIME = Duration.ofSeconds(100);
    private static final String PROGRAMME = "nmfl-phase-2";

    private final Services services;
    private final Console console;

    @Option(
            names = "--people",
            paramLabel = "N",
            defaultValue = "23000",
            description = "How many people; default ${DEFAULT-VALUE}.")
    private int people;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            defaultValue = "demo",
            description = "Folder for data set and plan; default ./${DEFAULT-VALUE}.")
    private Path out = Path.of("demo");

    @Mixin
    private final PlanOptions options = new PlanOptions();

    DemoSubcommand(Services services, Console console) {
        this.services = services;
        this.console = console;
    }

    @Override
    public Integer call() {
        Path data = out.resolve("data");
        Progress progress = console.progress();
        DataSet dataSet;
        try {
            dataSet = services.dataSets()
                    .generate(
                            new GenerateCommand(PROGRAMME, people, 1, List.of(), data, DataSetFormat.FOLDER), progress);
        } finally {
            progress.done();
        }
        console.out().println("Data set " + dataSet.programme().id() + " written to " + data);
        DataSetReport.print(dataSet, console.out());
        console.out().println();
        console.out().flush();
        return PlanSubcommand.plan(
                services, console, options.command(data, out.resolve("plan"), TIME), options.isStrict());
    }
}
