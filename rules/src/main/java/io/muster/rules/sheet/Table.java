package io.muster.rules.sheet;

import io.muster.data.issue.Issue;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A sheet or CSV file as text cells, with its required columns found.
 *
 * @param file name of the file
 * @param records the records below the header
 */
public record Table(String file, List<Record> records) {

    /** Copies the list. */
    public Table {
        records = List.copyOf(records);
    }

    /**
     * A record.
     *
     * @param row its number; 1 is the header
     * @param cells text by column name, stripped; an empty cell is an empty text
     */
    public record Record(int row, Map<String, String> cells) {

        /**
         * The text of a cell.
         *
         * @param column the column
         * @return the text, stripped; empty when the cell is
         */
        public String text(String column) {
            return cells.getOrDefault(column, "");
        }

        /**
         * The values of a list cell, separated by {@code ;}.
         *
         * @param column the column
         * @return the values, stripped, without empty ones
         */
        public List<String> list(String column) {
            List<String> values = new ArrayList<>();
            for (String value : text(column).split(";", -1)) {
                if (!value.isBlank()) {
                    values.add(value.strip());
                }
            }
            return List.copyOf(values);
        }
    }

    /**
     * Finds the columns of raw records and reports those that are missing, unknown or there twice.
     *
     * @param file name of the file
     * @param raw every record, the header first; possibly empty
     * @param columns the columns that must be there
     * @param issues where problems go
     * @return the table; without records when a column is missing
     */
    static Table of(String file, List<List<String>> raw, Set<String> columns, List<Issue> issues) {
        List<String> header = raw.isEmpty()
                ? List.of()
                : raw.get(0).stream().map(String::strip).toList();
        Map<String, Integer> positions = new HashMap<>();
        for (int i = 0; i < header.size(); i++) {
            String column = header.get(i);
            if (!columns.contains(column)) {
                if (!column.isEmpty()) {
                    issues.add(RuleIssue.RULE_COLUMN_UNKNOWN.in(
                            file, 1, column, null, "The column '" + column + "' is not known and is ignored."));
                }
            } else if (positions.putIfAbsent(column, i) != null) {
                issues.add(RuleIssue.RULE_DUPLICATE.in(
                        file, 1, column, null, "The column '" + column + "' is there twice. Remove one."));
            }
        }
        boolean complete = true;
        for (String column : columns) {
            if (!positions.containsKey(column)) {
                complete = false;
                issues.add(RuleIssue.RULE_COLUMN_MISSING.in(
                        file,
                        1,
                        column,
                        null,
                        "The column '" + column + "' is missing. Add it, if only with empty cells."));
            }
        }
        List<Record> records = new ArrayList<>();
        for (int i = 1; complete && i < raw.size(); i++) {
            List<String> cells = raw.get(i);
            if (cells.stream().allMatch(String::isBlank)) {
                continue;
            }
            Map<String, String> byColumn = new HashMap<>();
            positions.forEach((column, position) -> byColumn.put(
                    column, position < cells.size() ? cells.get(position).strip() : ""));
            records.add(new Record(i + 1, byColumn));
        }
        return new Table(file, records);
    }
}
