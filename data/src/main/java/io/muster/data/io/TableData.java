package io.muster.data.io;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What reading a table gave.
 *
 * @param records a record for each row without errors
 * @param rows the values of every row, where they were to be kept
 * @param complete whether all records were seen; false: missing, unreadable or broken off
 * @param clean whether nothing was wrong
 * @param recordCount records after the header that are not blank
 * @param hasIds whether the first column was found and no record was beyond reading
 */
record TableData<R>(
        List<R> records, List<RowValues> rows, boolean complete, boolean clean, int recordCount, boolean hasIds) {

    static <R> TableData<R> unreadable() {
        return new TableData<>(List.of(), List.of(), false, false, 0, false);
    }

    /** {@return whether every row is known at least by its id, so that references may be judged} */
    boolean hasAllRows() {
        return complete && hasIds;
    }

    /** {@return the values of a text column, in order} */
    Set<String> texts(Column<String> column) {
        Set<String> texts = new LinkedHashSet<>();
        for (RowValues row : rows) {
            String text = row.find(column);
            if (text != null && !text.isEmpty()) {
                texts.add(text);
            }
        }
        return texts;
    }

    /** {@return whether the column was read in every row} */
    boolean isKnown(Column<?> column) {
        return hasAllRows() && rows.stream().allMatch(row -> row.isKnown(column));
    }
}
