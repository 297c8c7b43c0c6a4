package io.muster.data.io;

import io.muster.data.io.CellType.NumericShape;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Rows of a data set as they were written, valid or not: what an issue is about.
 *
 * @param columns the header's cells; empty: the file has none that can be read
 * @param rows cells by record number, 1 is the header; a row may have more or fewer cells than there are columns
 */
public record SourceRows(List<String> columns, SortedMap<Integer, List<String>> rows) {

    /** Copies the collections. */
    public SourceRows {
        columns = List.copyOf(columns);
        rows = Collections.unmodifiableSortedMap(new TreeMap<>(rows));
    }

    /**
     * Reads rows of a data set.
     *
     * @param path a folder, a .zip or an .xlsx workbook
     * @param wanted record numbers by file, such as {@code staff.csv}; files that are no table of a data set are left out
     * @param limits how much an archive may unpack to
     * @return what there is of them, by file; a row that cannot be read is not among them
     */
    public static Map<String, SourceRows> read(Path path, Map<String, Set<Integer>> wanted, ReadLimits limits) {
        Map<String, SourceRows> found = new TreeMap<>();
        IssueLog ignored = new IssueLog();
        try (Container container = Containers.open(path, DataSetFiles.NAMES, limits, ignored)) {
            if (container != null) {
                for (Table<?> table : DataSetFiles.TABLES) {
                    Set<Integer> rows = wanted.get(table.file());
                    if (rows != null && container.has(table.file())) {
                        Collector collector = new Collector(table, rows);
                        container.readRecords(table.file(), collector, ignored);
                        found.put(table.file(), new SourceRows(collector.header, collector.found));
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return found;
    }

    private static final class Collector implements RecordHandler {
        private final Table<?> table;
        private final Set<Integer> wanted;
        private final SortedMap<Integer, List<String>> found = new TreeMap<>();
        private List<String> header = List.of();

        Collector(Table<?> table, Set<Integer> wanted) {
            this.table = table;
            this.wanted = wanted;
        }

        @Override
        public void record(int row, @Nullable String[] cells, int count, boolean ragged) {
            if (header.isEmpty()) {
                header = texts(cells, count);
            } else if (wanted.contains(row)) {
                found.put(row, texts(cells, count));
            }
        }

        @Override
        public void malformed(int row, String detail) {
            // Its cells are not known; the issue says what is wrong.
        }

        @Override
        public void errorCell(int row, int position, String detail) {
            // The cell is shown empty; the issue says what is wrong.
        }

        @Override
        public NumericShape shapeAt(int position) {
            if (position >= header.size()) {
                return NumericShape.PLAIN;
            }
            String name = header.get(position).strip();
            return table.fields().stream()
                    .map(Table.Field::column)
                    .filter(column -> column.name().equals(name))
                    .findFirst()
                    .map(column -> column.type().shape())
                    .orElse(NumericShape.PLAIN);
        }

        private static List<String> texts(@Nullable String[] cells, int count) {
            List<String> texts = new ArrayList<>(count);
            for (int i = 0; i < count; i++) {
                String cell = cells[i];
                texts.add(cell == null ? "" : cell);
            }
            return texts;
        }
    }
}
