package io.muster.data.io;

import java.util.List;

/**
 * A table and the rows to write into it.
 *
 * @param table the table
 * @param rows its rows, in order
 * @param <R> the record of a row
 */
record TableContent<R>(Table<R> table, List<R> rows) {

    /** Takes the texts of one record; the array is used again for the next. */
    @FunctionalInterface
    interface RowSink<X extends Exception> {
        void accept(String[] cells) throws X;
    }

    /** {@return the names of the columns} */
    String[] header() {
        return table.fields().stream().map(field -> field.column().name()).toArray(String[]::new);
    }

    /** {@return the texts of a row's values, as they are and not as a spreadsheet must have them} */
    List<String> texts(R row) {
        return table.fields().stream().map(field -> field.text(row)).toList();
    }

    /** Gives each row to the sink. */
    <X extends Exception> void forEachRow(RowSink<X> sink) throws X {
        List<Table.Field<R, ?>> fields = table.fields();
        String[] cells = new String[fields.size()];
        for (R row : rows) {
            for (int i = 0; i < cells.length; i++) {
                cells[i] = fields.get(i).format(row);
            }
            sink.accept(cells);
        }
    }
}
