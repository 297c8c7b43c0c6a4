package io.muster.data.io;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

/** Files of figures that are not part of the interchange format, written as its files are: CSV and JSON. */
public final class FigureFiles {
    private FigureFiles() {}

    /**
     * Writes a table as CSV.
     *
     * @param header the columns' names
     * @param rows the rows, a cell for each column
     * @param file the file; replaced when it is there
     * @throws IOException when it cannot be written
     */
    public static void writeCsv(List<String> header, List<List<String>> rows, Path file) throws IOException {
        Table.Builder<List<String>> columns = new Table.Builder<>(String.valueOf(file.getFileName()));
        for (int i = 0; i < header.size(); i++) {
            int column = i;
            columns.optional(header.get(i), CellTypes.TEXT, row -> row.get(column));
        }
        Table<List<String>> table = columns.build(0, (row, context) -> {}, row -> List.of());
        AtomicFiles.write(file, out -> CsvText.write(new TableContent<>(table, rows), out));
    }

    /**
     * Writes a value as JSON.
     *
     * @param value records, maps, lists, texts, numbers and null
     * @param file the file; replaced when it is there
     * @throws IOException when it cannot be written
     */
    public static void writeJson(Object value, Path file) throws IOException {
        byte[] bytes = Json.write(value).getBytes(StandardCharsets.UTF_8);
        AtomicFiles.write(file, out -> out.write(bytes));
    }

    /**
     * Reads settings that differ from given ones.
     *
     * @param file a JSON object with those components that differ; objects in it are merged likewise
     * @param given the settings, a record
     * @param type the record
     * @return the given ones but for what the file says
     * @throws IOException when the file cannot be read, is no such object, or has a key or value that the record has not
     */
    public static <T> T readDiffering(Path file, T given, Class<T> type) throws IOException {
        JsonNode differing = Json.MAPPER.readTree(Files.readString(file, StandardCharsets.UTF_8));
        ObjectNode merged = Json.MAPPER.valueToTree(given);
        if (!(differing instanceof ObjectNode object)) {
            throw new IOException("it is not one object in braces");
        }
        merge(object, merged, "");
        return Json.MAPPER.treeToValue(merged, type);
    }

    private static void merge(ObjectNode from, ObjectNode into, String path) throws IOException {
        for (Iterator<Map.Entry<String, JsonNode>> fields = from.fields(); fields.hasNext(); ) {
            Map.Entry<String, JsonNode> field = fields.next();
            JsonNode old = into.get(field.getKey());
            if (old == null) {
                throw new IOException("there is no key '" + path + field.getKey() + "'");
            }
            if (old instanceof ObjectNode inner && field.getValue() instanceof ObjectNode changed) {
                merge(changed, inner, path + field.getKey() + ".");
            } else {
                into.set(field.getKey(), field.getValue());
            }
        }
    }
}
