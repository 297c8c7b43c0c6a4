package io.muster.data.sample;

import static org.assertj.core.api.Assertions.assertThat;

import io.muster.data.io.DataSetReader;
import io.muster.data.io.DataSetWriter;
import io.muster.data.io.ReadResult;
import io.muster.data.issue.Severity;
import io.muster.data.model.DataSet;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The samples of the repository and every generated data set pass the reader's own validation. */
class SamplesReadTest {

    private static final Path SAMPLES = Path.of("samples");

    @ParameterizedTest
    @ValueSource(strings = {"tiny", "ilm-cohort"})
    void aSampleHasNoIssue(String sample) {
        ReadResult result = DataSetReader.read(SAMPLES.resolve(sample));

        assertThat(result.issues()).isEmpty();
        assertThat(result.dataSet()).isPresent();
    }

    @ParameterizedTest
    @EnumSource
    void aGeneratedDataSetReadsBackTheSame(SampleProgramme programme, @TempDir Path folder) throws IOException {
        DataSet data = SampleGenerator.generate(programme, Math.min(2_000, programme.defaultPeople()), 1);
        DataSetWriter.writeFolder(data, folder.resolve("data"));

        ReadResult result = DataSetReader.read(folder.resolve("data"));

        assertThat(result.issues()).noneMatch(i -> i.severity() == Severity.ERROR);
        assertThat(result.dataSet()).contains(data);
    }

    @Test
    void theCohortSampleIsTheGeneratedOne() {
        assertThat(DataSetReader.read(SAMPLES.resolve("ilm-cohort")).dataSet())
                .contains(SampleGenerator.generate(SampleProgramme.ILM_COHORT, 1));
    }
}
