package io.muster.data.io;

import java.util.List;

/**
 * One file of a data set as a table of texts, as DATASET.md lays it out.
 *
 * @param file name of the file, such as {@code staff.csv}
 * @param columns names of its columns, the key first
 * @param keyColumns how many of the first columns make the key; 0: rows have no key
 * @param rows the rows in file order, each with one text for each column; empty text: not given. Those of a data set make
 *     their texts anew each time they are asked for, which keeps large tables out of memory
 */
public record FileTable(String file, List<String> columns, int keyColumns, List<List<String>> rows) {

    /** Copies the columns. */
    public FileTable {
        columns = List.copyOf(columns);
    }

    /**
     * The key of a row, to compare tables by.
     *
     * @param row a row
     * @return the texts of its key columns; of a table without a key, the whole row
     */
    public List<String> keyOf(List<String> row) {
        return keyColumns == 0 ? row : row.subList(0, keyColumns);
    }

    /** {@return the file's name without its ending, such as {@code staff}} */
    public String name() {
        return Table.sheetOf(file);
    }
}
