package io.muster.data.io;

import static org.assertj.core.api.Assertions.assertThat;

import io.muster.data.sample.SampleGenerator;
import io.muster.data.sample.SampleProgramme;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SourceRowsTest {
    @TempDir
    private Path folder;

    @Test
    void rowsAreGivenAsTheyWereWrittenEvenWhenTheyAreWrong() throws IOException {
        Files.writeString(
                folder.resolve("staff.csv"), "staff,team\nP1,T1\n\"P,2\",\"T \"\"2\"\"\",left over\nP3\nP4,\"T4\n");

        Map<String, SourceRows> found = SourceRows.read(
                folder, Map.of("staff.csv", Set.of(3, 4, 5), "rooms.csv", Set.of(2)), ReadLimits.DEFAULT);

        assertThat(found).containsOnlyKeys("staff.csv");
        SourceRows staff = found.get("staff.csv");
        assertThat(staff.columns()).containsExactly("staff", "team");
        assertThat(staff.rows()).isEqualTo(Map.of(3, List.of("P,2", "T \"2\"", "left over"), 4, List.of("P3")));
    }

    @Test
    void datesOfAWorkbookAreDates() throws IOException {
        Path workbook = folder.resolve("data.xlsx");
        DataSetWriter.writeWorkbook(SampleGenerator.generate(SampleProgramme.ILM_COHORT, 12, 1), workbook);

        SourceRows calendar = SourceRows.read(workbook, Map.of("calendar.csv", Set.of(2)), ReadLimits.DEFAULT)
                .get("calendar.csv");

        assertThat(calendar.rows().get(2).get(0)).matches("\\d{4}-\\d\\d-\\d\\d");
    }
}
