package io.muster.data.io;

import java.util.ArrayList;
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

    /** Gives the header and then each row to the sink. */
    <X extends Exception> void forEachRecord(RowSink<X> sink) throws X {
        List<Table.Field<R, ?>> fields = new ArrayList<>(table.fields());
        String[] cells = new String[fields.size()];
        for (int i = 0; i < cells.length; i++) {
            cells[i] = fields.get(i).column().name();
        }
        sink.accept(cells);
        for (R row : rows) {
            for (int i = 0; i < cells.length; i++) {
                cells[i] = fields.get(i).format(row);
            }
            sink.accept(cells);
        }
    }
}
