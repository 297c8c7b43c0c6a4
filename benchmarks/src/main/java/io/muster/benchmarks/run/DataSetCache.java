package io.muster.benchmarks.run;

import io.muster.benchmarks.suite.BenchCase;
import io.muster.benchmarks.suite.BenchJson;
import io.muster.data.io.DataSetWriter;
import io.muster.data.model.DataSet;
import io.muster.data.sample.SampleGenerator;
import io.muster.data.sample.SampleProgramme;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/** Generated data sets on disk, made once for each programme, number of people, seed, variant and generator. */
final class DataSetCache {
    private static final String DONE = ".complete";

    private final Path folder;
    private final @Nullable String generator;

    /**
     * A cache.
     *
     * @param folder where the data sets go
     */
    DataSetCache(Path folder) {
        this.folder = folder;
        this.generator = generatorVersion();
    }

    /**
     * {@return the folder of a case's data set, which is generated when it is not there}
     *
     * @param benchCase the case
     */
    Path get(BenchCase benchCase) {
        int people = Objects.requireNonNull(benchCase.people());
        long seed = Objects.requireNonNull(benchCase.dataSeed());
        String name = benchCase.programme() + "-" + people + "-" + seed
                + benchCase.shortOf().stream()
                        .map(variant -> "-" + variant.id())
                        .collect(Collectors.joining())
                + (generator == null ? "" : "-" + generator);
        Path dataSet = folder.resolve(name);
        Path done = folder.resolve(name + DONE);
        if (generator != null && Files.exists(done)) {
            return dataSet;
        }
        SampleProgramme programme = SampleProgramme.find(benchCase.programme()).orElseThrow();
        DataSet generated = SampleGenerator.generate(programme, people, seed, benchCase.shortOf());
        try {
            DataSetWriter.writeFolder(generated, dataSet);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        BenchJson.write(done, benchCase);
        return dataSet;
    }

    /** {@return a word that changes with the generator's code; null where that cannot be told: nothing is reused} */
    private static @Nullable String generatorVersion() {
        try {
            Path code = Path.of(SampleGenerator.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
            return Files.isRegularFile(code) ? crc(Files.readAllBytes(code)) : null;
        } catch (URISyntaxException e) {
            throw new IllegalStateException("A place of code is no path.", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String crc(byte[] bytes) {
        CRC32 crc = new CRC32();
        crc.update(bytes);
        return Long.toHexString(crc.getValue());
    }
}
