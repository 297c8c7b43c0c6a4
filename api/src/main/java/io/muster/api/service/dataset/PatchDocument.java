package io.muster.api.service.dataset;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.muster.data.io.DataSetTables;
import io.muster.data.io.FileTable;
import io.muster.data.model.DataSet;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * A data set as the JSON document that patches change. It has one object for programme.json and one for each table, in
 * which a row is found by its key and not by its place:
 *
 * <ul>
 *   <li>{@code /programme} is programme.json as it is;
 *   <li>{@code /staff/<staff>} and the rows of other tables with one key column: an object of the other columns' texts;
 *   <li>{@code /completions/<staff>/<module>}, {@code /patterns/<pattern>/<day>}: tables with two key columns;
 *   <li>{@code /absences/<staff>/<place>}, {@code /demand/<scope>/<place>} and the others without a key: for each text of
 *       the first column an array of rows.
 * </ul>
 *
 * Every column is there, with an empty text where the cell is empty. Only what a patch touches is made.
 */
final class PatchDocument {
    static final String PROGRAMME = "programme";
    private static final int MOST_DEPTH = 20;
    private static final int MOST_SCALE = 40;

    private final DataSet dataSet;
    private final ObjectNode root = JsonNodeFactory.instance.objectNode();

    private PatchDocument(DataSet dataSet) {
        this.dataSet = dataSet;
    }

    /** Makes the parts of a document that are named; unknown names make nothing. */
    static PatchDocument of(DataSet dataSet, Set<String> parts) {
        PatchDocument document = new PatchDocument(dataSet);
        for (String part : new TreeSet<>(parts)) {
            if (part.equals(PROGRAMME)) {
                document.root.set(PROGRAMME, DataSetTables.programme(dataSet));
            } else {
                DataSetTables.find(dataSet, part).ifPresent(table -> document.root.set(part, node(table)));
            }
        }
        return document;
    }

    /** {@return the document, to be changed in place} */
    ObjectNode root() {
        return root;
    }

    /**
     * Writes the data set as the document has it now, checked by nobody.
     *
     * @throws PatchRefusedException when the document is not of its form any more
     */
    void write(Path zip) {
        JsonNode programme = root.has(PROGRAMME) ? root.get(PROGRAMME) : DataSetTables.programme(dataSet);
        if (!programme.isObject()) {
            throw new PatchRefusedException("programme is no object any more");
        }
        checkProgramme(programme, 0);
        Map<String, FileTable> tables = new HashMap<>();
        for (String name : DataSetTables.names()) {
            if (root.has(name)) {
                FileTable own = DataSetTables.find(dataSet, name).orElseThrow();
                tables.put(name, new FileTable(own.file(), own.columns(), own.keyColumns(), rows(own, root.get(name))));
            }
        }
        try {
            DataSetTables.write(dataSet, programme, tables, zip);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JsonNode node(FileTable table) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        for (List<String> row : table.rows()) {
            switch (table.keyColumns()) {
                case 0 -> array(node, row.get(0)).add(cells(table, row, 1));
                case 1 -> node.set(row.get(0), cells(table, row, 1));
                default -> child(node, row.get(0)).set(row.get(1), cells(table, row, 2));
            }
        }
        return node;
    }

    private static ObjectNode cells(FileTable table, List<String> row, int from) {
        ObjectNode cells = JsonNodeFactory.instance.objectNode();
        for (int i = from; i < row.size(); i++) {
            cells.put(table.columns().get(i), row.get(i));
        }
        return cells;
    }

    private static List<List<String>> rows(FileTable table, JsonNode node) {
        if (!node.isObject()) {
            throw new PatchRefusedException(table.name() + " is no object any more");
        }
        List<List<String>> rows = new ArrayList<>();
        for (Map.Entry<String, JsonNode> first : node.properties()) {
            switch (table.keyColumns()) {
                case 0 -> {
                    if (!first.getValue().isArray()) {
                        throw new PatchRefusedException(table.name() + " holds something that is no array of rows");
                    }
                    first.getValue().forEach(row -> rows.add(row(table, List.of(first.getKey()), row)));
                }
                case 1 -> rows.add(row(table, List.of(first.getKey()), first.getValue()));
                default -> {
                    if (!first.getValue().isObject()) {
                        throw new PatchRefusedException(table.name() + " holds something that is no object of rows");
                    }
                    for (Map.Entry<String, JsonNode> second : first.getValue().properties()) {
                        rows.add(row(table, List.of(first.getKey(), second.getKey()), second.getValue()));
                    }
                }
            }
        }
        return rows;
    }

    private static List<String> row(FileTable table, List<String> key, JsonNode cells) {
        if (!cells.isObject()) {
            throw new PatchRefusedException(table.name() + " holds something that is no row");
        }
        List<String> row = new ArrayList<>();
        for (String text : key) {
            row.add(writable(table, text));
        }
        int known = 0;
        for (String column : table.columns().subList(key.size(), table.columns().size())) {
            JsonNode cell = cells.get(column);
            known += cell == null ? 0 : 1;
            row.add(cell == null || cell.isNull() ? "" : text(table, cell));
        }
        if (known < cells.size()) {
            throw new PatchRefusedException("a row of " + table.name() + " has a column that " + table.file()
                    + " does not have; its columns are " + String.join(", ", table.columns()));
        }
        return row;
    }

    private static String text(FileTable table, JsonNode cell) {
        if (cell.isContainerNode()) {
            throw new PatchRefusedException("a cell of " + table.name() + " holds an object or array, not a text");
        }
        boolean isPlain = cell.isBigDecimal() && Math.abs(cell.decimalValue().scale()) <= MOST_SCALE;
        return writable(table, isPlain ? cell.decimalValue().toPlainString() : cell.asText());
    }

    private static String writable(FileTable table, String text) {
        if (!DataSetTables.isWritable(text)) {
            throw new PatchRefusedException("a text of " + table.name() + " holds a control character");
        }
        return text;
    }

    /** What would take more memory to write than to send. */
    private static void checkProgramme(JsonNode node, int depth) {
        if (depth > MOST_DEPTH) {
            throw new PatchRefusedException("programme is nested deeper than " + MOST_DEPTH + " levels");
        }
        if (node.isBigDecimal() && Math.abs(node.decimalValue().scale()) > MOST_SCALE) {
            throw new PatchRefusedException("programme has a number with more than " + MOST_SCALE + " decimals");
        }
        node.forEach(child -> checkProgramme(child, depth + 1));
    }

    private static ObjectNode child(ObjectNode node, String name) {
        JsonNode child = node.get(name);
        return child == null ? node.putObject(name) : (ObjectNode) child;
    }

    private static ArrayNode array(ObjectNode node, String name) {
        JsonNode child = node.get(name);
        return child == null ? node.putArray(name) : (ArrayNode) child;
    }
}
