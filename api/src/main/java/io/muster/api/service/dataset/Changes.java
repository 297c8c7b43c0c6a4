package io.muster.api.service.dataset;

import com.fasterxml.jackson.databind.JsonNode;
import io.muster.data.io.DataSetTables;
import io.muster.data.io.FileTable;
import io.muster.data.model.DataSet;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * What changed from one data set to another.
 *
 * @param changes the changes, by file, then in the order of the rows; of a table without a key, rows are added or removed
 * @param counts how many, for each file that changed
 */
record Changes(List<Change> changes, List<Count> counts) {
    private static final String PROGRAMME = "programme.json";

    /** Copies the lists. */
    Changes {
        changes = List.copyOf(changes);
        counts = List.copyOf(counts);
    }

    /** What became of a row. */
    enum Kind {
        /** It is new. */
        ADDED,
        /** It is gone. */
        REMOVED,
        /** Cells of it are others. */
        CHANGED
    }

    /**
     * A row that changed.
     *
     * @param file its file
     * @param kind what became of it
     * @param key texts of its key columns; the first cell of a table without a key; the field of programme.json
     * @param cells the cells that are others
     */
    record Change(String file, Kind kind, List<String> key, List<Cell> cells) {
        Change {
            key = List.copyOf(key);
            cells = List.copyOf(cells);
        }
    }

    /**
     * A cell.
     *
     * @param column its column
     * @param before its text before; empty: it had none
     * @param after its text now; empty: it has none
     */
    record Cell(String column, String before, String after) {}

    /**
     * How many rows changed.
     *
     * @param file the file
     * @param added rows that are new
     * @param removed rows that are gone
     * @param changed rows with other cells
     */
    record Count(String file, long added, long removed, long changed) {}

    /** Compares two data sets. */
    static Changes between(DataSet before, DataSet after) {
        List<Change> changes = new ArrayList<>(programme(before, after));
        for (String name : DataSetTables.names()) {
            if (!DataSetTables.isSame(before, after, name)) {
                changes.addAll(rows(
                        DataSetTables.find(before, name).orElseThrow(),
                        DataSetTables.find(after, name).orElseThrow()));
            }
        }
        Map<String, long[]> counts = new LinkedHashMap<>();
        for (Change change : changes) {
            counts.computeIfAbsent(change.file(), file -> new long[Kind.values().length])[
                    change.kind().ordinal()]++;
        }
        return new Changes(
                changes,
                counts.entrySet().stream()
                        .map(count -> new Count(
                                count.getKey(), count.getValue()[0], count.getValue()[1], count.getValue()[2]))
                        .toList());
    }

    private static List<Change> programme(DataSet before, DataSet after) {
        Map<String, String> was = new LinkedHashMap<>();
        Map<String, String> is = new LinkedHashMap<>();
        flatten("", DataSetTables.programme(before), was);
        flatten("", DataSetTables.programme(after), is);
        List<Change> changes = new ArrayList<>();
        TreeSet<String> fields = new TreeSet<>(was.keySet());
        fields.addAll(is.keySet());
        for (String field : fields) {
            String one = was.getOrDefault(field, "");
            String other = is.getOrDefault(field, "");
            if (!one.equals(other)) {
                Kind kind = !was.containsKey(field) ? Kind.ADDED : !is.containsKey(field) ? Kind.REMOVED : Kind.CHANGED;
                changes.add(new Change(PROGRAMME, kind, List.of(field), List.of(new Cell(field, one, other))));
            }
        }
        return changes;
    }

    private static void flatten(String path, JsonNode node, Map<String, String> fields) {
        if (node.isObject()) {
            node.properties().forEach(field -> flatten(path + "/" + field.getKey(), field.getValue(), fields));
        } else if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                flatten(path + "/" + i, node.get(i), fields);
            }
        } else {
            fields.put(path, node.asText());
        }
    }

    private static List<Change> rows(FileTable before, FileTable after) {
        return before.keyColumns() == 0 ? withoutKey(before, after) : withKey(before, after);
    }

    private static List<Change> withKey(FileTable before, FileTable after) {
        Map<List<String>, List<String>> left = new LinkedHashMap<>();
        before.rows().forEach(row -> left.put(before.keyOf(row), row));
        List<Change> changes = new ArrayList<>();
        for (List<String> row : after.rows()) {
            List<String> was = left.remove(after.keyOf(row));
            if (was == null) {
                changes.add(added(after, row));
            } else if (!was.equals(row)) {
                changes.add(changed(after, was, row));
            }
        }
        left.values().forEach(row -> changes.add(removed(before, row)));
        return changes;
    }

    private static List<Change> withoutKey(FileTable before, FileTable after) {
        Map<List<String>, Integer> left = new HashMap<>();
        before.rows().forEach(row -> left.merge(row, 1, Integer::sum));
        List<Change> changes = new ArrayList<>();
        for (List<String> row : after.rows()) {
            if (left.getOrDefault(row, 0) > 0) {
                left.merge(row, -1, Integer::sum);
            } else {
                changes.add(added(after, row));
            }
        }
        for (List<String> row : before.rows()) {
            if (left.getOrDefault(row, 0) > 0) {
                left.merge(row, -1, Integer::sum);
                changes.add(removed(before, row));
            }
        }
        return changes;
    }

    private static Change added(FileTable table, List<String> row) {
        return change(table, Kind.ADDED, row, row.stream().map(cell -> "").toList(), row);
    }

    private static Change removed(FileTable table, List<String> row) {
        return change(
                table, Kind.REMOVED, row, row, row.stream().map(cell -> "").toList());
    }

    private static Change changed(FileTable table, List<String> was, List<String> is) {
        return change(table, Kind.CHANGED, is, was, is);
    }

    private static Change change(
            FileTable table, Kind kind, List<String> row, List<String> before, List<String> after) {
        List<Cell> cells = new ArrayList<>();
        for (int i = 0; i < before.size(); i++) {
            if (!before.get(i).equals(after.get(i))) {
                cells.add(new Cell(table.columns().get(i), before.get(i), after.get(i)));
            }
        }
        return new Change(table.file(), kind, row.subList(0, Math.max(1, table.keyColumns())), cells);
    }
}
