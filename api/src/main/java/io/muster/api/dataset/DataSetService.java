package io.muster.api.dataset;

import io.muster.api.error.BadInputException;
import io.muster.api.error.BadRequestException;
import io.muster.api.output.OutputPath;
import io.muster.api.progress.Progress;
import io.muster.data.io.DataSetReader;
import io.muster.data.io.DataSetWriter;
import io.muster.data.io.ReadResult;
import io.muster.data.model.DataSet;
import io.muster.data.sample.SampleGenerator;
import io.muster.data.sample.SampleProgramme;
import io.muster.data.sample.SampleVariant;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Set;

/** Data sets on disk. */
public final class DataSetService {

    /** A service. */
    public DataSetService() {}

    /**
     * Reads a data set that is to be planned.
     *
     * @param path a folder, a zip or a workbook
     * @return the data set
     * @throws BadInputException with every issue when one is an error
     */
    public LoadedDataSet load(Path path) {
        ReadResult read = DataSetReader.read(path);
        DataSet dataSet = read.dataSet().orElseThrow(() -> new BadInputException(read.issues()));
        return new LoadedDataSet(dataSet, read.issues(), read.inputHash());
    }

    /**
     * Reads a data set and reports on it.
     *
     * @param path a folder, a zip or a workbook
     * @return what was found, usable or not
     */
    public CheckedDataSet check(Path path) {
        ReadResult read = DataSetReader.read(path);
        return new CheckedDataSet(read.dataSet(), read.issues(), read.inputHash());
    }

    /**
     * Generates a synthetic data set and writes it.
     *
     * @param command what to generate
     * @param progress told how far the work is
     * @return the data set
     * @throws BadRequestException when programme, number or a variant are not known, or the path cannot be written
     */
    public DataSet generate(GenerateCommand command, Progress progress) {
        Wanted wanted = wanted(command);
        if (command.format() == DataSetFormat.FOLDER) {
            OutputPath.requireFolder(command.out(), DataSetReader.fileNames());
        } else {
            OutputPath.requireFile(command.out());
        }
        progress.step("generate");
        DataSet dataSet =
                SampleGenerator.generate(wanted.programme(), wanted.people(), command.seed(), wanted.variants());
        progress.step("write");
        write(dataSet, command.out(), command.format());
        return dataSet;
    }

    /**
     * Whether a synthetic data set can be generated, without doing it.
     *
     * @param command what to generate
     * @throws BadRequestException when programme, number or a variant are not known
     */
    public void requireKnown(GenerateCommand command) {
        wanted(command);
    }

    private record Wanted(SampleProgramme programme, int people, Set<SampleVariant> variants) {}

    private static Wanted wanted(GenerateCommand command) {
        SampleProgramme programme = SampleProgramme.find(command.programmeId())
                .orElseThrow(() -> new BadRequestException("there is no programme '" + command.programmeId()
                        + "'. Choose one of: " + String.join(", ", new ProgrammeNames()) + "."));
        int people = command.people() == null ? programme.defaultPeople() : command.people();
        if (people < programme.minPeople() || people > programme.maxPeople()) {
            throw new BadRequestException(programme.id() + " takes from " + programme.minPeople() + " to "
                    + programme.maxPeople() + " people, not " + people + ".");
        }
        Set<SampleVariant> variants = EnumSet.noneOf(SampleVariant.class);
        for (String id : command.variants()) {
            variants.add(SampleVariant.find(id)
                    .orElseThrow(() -> new BadRequestException(
                            "there is no variant '" + id + "'. Choose from: " + SampleVariant.ids() + ".")));
        }
        return new Wanted(programme, people, variants);
    }

    private static void write(DataSet dataSet, Path out, DataSetFormat format) {
        try {
            Path parent = out.toAbsolutePath().getParent();
            if (parent != null) {
                Files.createDirectories(parent);
            }
            switch (format) {
                case FOLDER -> DataSetWriter.writeFolder(dataSet, out);
                case ZIP -> DataSetWriter.writeZip(dataSet, out);
                case XLSX -> DataSetWriter.writeWorkbook(dataSet, out);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
