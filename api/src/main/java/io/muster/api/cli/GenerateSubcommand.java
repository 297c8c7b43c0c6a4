package io.muster.api.cli;

import io.muster.api.dataset.DataSetFormat;
import io.muster.api.dataset.GenerateCommand;
import io.muster.api.dataset.ProgrammeNames;
import io.muster.api.dataset.VariantNames;
import io.muster.api.progress.Progress;
import io.muster.data.model.DataSet;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code muster generate}. */
@Command(
        name = "generate",
        description = "Make a data set of synthetic people. The same programme, number and seed give the same bytes.",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        footer = {
            "",
            "Examples:",
            "  muster generate --out my-data",
            "  muster generate nmfl-phase-1 --people 34300 --seed 7 --out phase-1.zip",
            "  muster generate metcc --out metcc.xlsx",
            "  muster generate --people 5000 --variant tight-ceilings --out tight"
        })
final class GenerateSubcommand implements Callable<Integer> {
    private final Services services;
    private final Console console;

    @Parameters(
            arity = "0..1",
            paramLabel = "PROGRAMME",
            defaultValue = "nmfl-phase-2",
            completionCandidates = ProgrammeNames.class,
            description = "One of ${COMPLETION-CANDIDATES}; default ${DEFAULT-VALUE}.")
    private String programme = "";

    @Option(
            names = "--people",
            paramLabel = "N",
            description = "How many people; default: as many as the programme has.")
    private @Nullable Integer people;

    @Option(
            names = "--seed",
            paramLabel = "S",
            defaultValue = "1",
            description = "Seed of every random choice; default ${DEFAULT-VALUE}.")
    private long seed;

    @Option(
            names = "--variant",
            paramLabel = "VARIANT",
            split = ",",
            completionCandidates = VariantNames.class,
            description = {
                "Make it short of something on purpose, one or more of ${COMPLETION-CANDIDATES}:",
                "no ceiling above 8%%; every second room gone; three in four internal trainers of one module away."
            })
    private List<String> variants = List.of();

    @Option(
            names = "--out",
            paramLabel = "PATH",
            required = true,
            description = "Where to write it: a new or empty folder, or a file ending in .zip or .xlsx.")
    @SuppressWarnings("NullAway.Init") // required, so picocli sets it
    private Path out;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            description = "${COMPLETION-CANDIDATES}; default: what the path's ending says.")
    private @Nullable DataSetFormat format;

    GenerateSubcommand(Services services, Console console) {
        this.services = services;
        this.console = console;
    }

    @Override
    public Integer call() {
        Progress progress = console.progress();
        DataSet dataSet;
        try {
            dataSet = services.dataSets()
                    .generate(
                            new GenerateCommand(
                                    programme,
                                    people,
                                    seed,
                                    variants,
                                    out,
                                    format == null ? DataSetFormat.of(out) : format),
                            progress);
        } finally {
            progress.done();
        }
        console.out().println("Data set " + dataSet.programme().id() + " written to " + out);
        DataSetReport.print(dataSet, console.out());
        return ExitCode.OK;
    }
}
