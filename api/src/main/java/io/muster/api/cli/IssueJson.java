package io.muster.api.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import io.muster.api.dataset.CheckedDataSet;
import io.muster.data.issue.Issue;
import io.muster.data.issue.Severity;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Issues as JSON, for programs. */
final class IssueJson {
    private static final ObjectMapper MAPPER = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    private IssueJson() {}

    /** {@return the issues of a data set as one JSON object} */
    static String text(Path path, CheckedDataSet checked) {
        try {
            return MAPPER.writeValueAsString(Document.of(path, checked));
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Writes the issues of a data set to a file. */
    static void write(Path path, CheckedDataSet checked, Path file) {
        try {
            Files.writeString(file, text(path, checked) + "\n", StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The shape of the JSON. */
    private record Document(
            String dataSet, boolean usable, String inputHash, long errors, long warnings, List<Issue> issues) {
        static Document of(Path path, CheckedDataSet checked) {
            long errors = checked.issues().stream()
                    .filter(i -> i.severity() == Severity.ERROR)
                    .count();
            return new Document(
                    path.toString(),
                    checked.isUsable(),
                    checked.inputHash(),
                    errors,
                    checked.issues().size() - errors,
                    checked.issues());
        }
    }
}
