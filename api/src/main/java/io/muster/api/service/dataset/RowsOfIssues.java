package io.muster.api.service.dataset;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.muster.api.service.content.Contents;
import io.muster.api.service.upload.UploadSettings;
import io.muster.data.io.ReadLimits;
import io.muster.data.io.SourceRows;
import io.muster.data.issue.Issue;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The rows that a revision's issues are about, as they were written. An upload is read once for all of its issues, so that
 * somebody can step through them.
 */
@Component
class RowsOfIssues {
    private static final int MOST_ROWS = 20_000;
    private static final int MOST_REVISIONS = 4;

    private final Contents contents;
    private final IssuesOfRevisions issues;
    private final ReadLimits limits;
    private final Cache<String, Map<String, SourceRows>> byContent =
            Caffeine.newBuilder().maximumSize(MOST_REVISIONS).build();

    RowsOfIssues(Contents contents, IssuesOfRevisions issues, UploadSettings settings) {
        this.contents = contents;
        this.issues = issues;
        long unpacked = settings.mostUnpacked().toBytes();
        this.limits = new ReadLimits(settings.mostEntries(), unpacked, unpacked);
    }

    /**
     * A row.
     *
     * @param columns names of the columns; one for each cell, possibly empty
     * @param cells its cells
     */
    record SourceRow(List<String> columns, List<String> cells) {

        SourceRow {
            columns = List.copyOf(columns);
            cells = List.copyOf(cells);
        }
    }

    /** {@return the row that an issue is about; null: it is about no row, or the row cannot be read} */
    @Nullable
    SourceRow of(Revision revision, Issue issue) {
        Integer number = issue.row();
        String content = revision.uploaded() != null ? revision.uploaded() : revision.content();
        if (number == null || content == null || number == 1) {
            return null;
        }
        SourceRows rows = byContent.get(content, key -> read(revision, key)).get(issue.file());
        List<String> cells = rows == null ? null : rows.rows().get(number);
        return rows == null || cells == null ? null : row(rows.columns(), cells);
    }

    private static SourceRow row(List<String> columns, List<String> cells) {
        int width = Math.max(columns.size(), cells.size());
        return new SourceRow(padded(columns, width), padded(cells, width));
    }

    private static List<String> padded(List<String> texts, int width) {
        return IntStream.range(0, width)
                .mapToObj(i -> i < texts.size() ? texts.get(i) : "")
                .toList();
    }

    private Map<String, SourceRows> read(Revision revision, String content) {
        Map<String, Set<Integer>> wanted = new HashMap<>();
        issues.of(revision).stream()
                .filter(issue -> issue.row() != null)
                .limit(MOST_ROWS)
                .forEach(issue -> wanted.computeIfAbsent(issue.file(), file -> new HashSet<>())
                        .add(issue.row()));
        Path zip = contents.file(content, ".zip");
        return SourceRows.read(isWorkbook(zip) ? contents.file(content, ".xlsx") : zip, wanted, limits);
    }

    /** A workbook is a zip too, with a list of what is in it. */
    private static boolean isWorkbook(Path file) {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            return zip.getEntry("[Content_Types].xml") != null;
        } catch (ZipException e) {
            return false;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
