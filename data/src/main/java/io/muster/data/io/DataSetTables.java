package io.muster.data.io;

import com.fasterxml.jackson.databind.JsonNode;
import io.muster.data.model.DataSet;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.AbstractList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.RandomAccess;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * A data set as tables of texts, for those who show, compare or change rows without knowing what each column means. What
 * {@link #write} wrote is to be read and validated like any other data set.
 */
public final class DataSetTables {
    private DataSetTables() {}

    /** {@return the names of the tables without their endings, such as {@code staff}, in the order of DATASET.md} */
    public static List<String> names() {
        return DataSetFiles.TABLES.stream().map(Table::sheet).toList();
    }

    /**
     * A table of a data set.
     *
     * @param dataSet the data set
     * @param name name of the table, such as {@code staff}
     * @return the table; empty: there is none of that name
     */
    public static Optional<FileTable> find(DataSet dataSet, String name) {
        return DataSetFiles.contents(dataSet).stream()
                .filter(content -> content.table().sheet().equals(name))
                .findFirst()
                .map(DataSetTables::table);
    }

    /**
     * Whether two data sets have the same rows in a table, in the same order; cheaper than comparing texts.
     *
     * @param one a data set
     * @param other another
     * @param name name of the table
     * @return whether they have
     */
    public static boolean isSame(DataSet one, DataSet other, String name) {
        int index = names().indexOf(name);
        return DataSetFiles.contents(one)
                .get(index)
                .rows()
                .equals(DataSetFiles.contents(other).get(index).rows());
    }

    /**
     * {@code programme.json} of a data set.
     *
     * @param dataSet the data set
     * @return a tree of its own, to be changed freely
     */
    public static JsonNode programme(DataSet dataSet) {
        return ProgrammeJson.toJson(dataSet.programme());
    }

    /**
     * Whether a text may stand in a file: it holds no control character but tabs and line breaks, and no half of a
     * surrogate pair.
     *
     * @param text the text
     * @return whether it may
     */
    public static boolean isWritable(String text) {
        return Characters.areLegal(text);
    }

    /**
     * Writes a data set in which some files are others, checked or not, as a zip.
     *
     * @param dataSet the data set
     * @param programme what stands in place of its {@code programme.json}
     * @param tables tables that stand in place of its own, by name; columns as they are in the data set's
     * @param zip the file; replaced when it is there
     * @throws IOException when it cannot be written
     * @throws IllegalArgumentException when a text is not {@linkplain #isWritable writable}
     */
    public static void write(DataSet dataSet, JsonNode programme, Map<String, FileTable> tables, Path zip)
            throws IOException {
        try (OutputStream out = Files.newOutputStream(zip);
                ZipOutputStream entries = new ZipOutputStream(out, StandardCharsets.UTF_8)) {
            begin(entries, ProgrammeJson.FILE);
            entries.write(Json.write(programme).getBytes(StandardCharsets.UTF_8));
            entries.closeEntry();
            for (TableContent<?> content : DataSetFiles.contents(dataSet)) {
                begin(entries, content.table().file());
                BufferedOutputStream buffered = new BufferedOutputStream(entries, 1 << 16);
                FileTable other = tables.get(content.table().sheet());
                if (other == null) {
                    CsvText.write(content, buffered);
                } else {
                    CsvText.write(other, buffered);
                }
                buffered.flush();
                entries.closeEntry();
            }
        }
    }

    private static <R> FileTable table(TableContent<R> content) {
        return new FileTable(
                content.table().file(),
                List.of(content.header()),
                content.table().keyColumns(),
                new TextRows<>(content));
    }

    /** Rows as texts, made when asked for. */
    private static final class TextRows<R> extends AbstractList<List<String>> implements RandomAccess {
        private final TableContent<R> content;

        TextRows(TableContent<R> content) {
            this.content = content;
        }

        @Override
        public List<String> get(int index) {
            return content.texts(content.rows().get(index));
        }

        @Override
        public int size() {
            return content.rows().size();
        }
    }

    private static void begin(ZipOutputStream zip, String name) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        entry.setTimeLocal(AtomicFiles.FIXED_TIME);
        zip.putNextEntry(entry);
    }
}
