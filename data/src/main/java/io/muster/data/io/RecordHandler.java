package io.muster.data.io;

import io.muster.data.io.CellType.NumericShape;
import org.jspecify.annotations.Nullable;

/** Takes the records of a CSV file or sheet one by one; the first is the header. */
interface RecordHandler {

    /**
     * Takes one record.
     *
     * @param row its number, 1 is the header
     * @param cells its cells in the first {@code count} places; used again for the next record
     * @param count how many
     * @param ragged whether cells missing at the end are empty cells, as in a sheet
     */
    void record(int row, @Nullable String[] cells, int count, boolean ragged);

    /** Takes a record that is not well-formed; its cells are not known. */
    void malformed(int row, String detail);

    /** Takes a cell that holds an error instead of a value; the record follows. */
    void errorCell(int row, int position, String detail);

    /** {@return what a number means in the column at this place, once the header is known} */
    NumericShape shapeAt(int position);
}
