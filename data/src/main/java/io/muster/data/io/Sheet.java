package io.muster.data.io;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A table to be written for people and other systems, of whatever columns.
 *
 * @param name its name, such as {@code bookings}: that of the sheet in a workbook, at most 31 letters, digits and hyphens
 * @param columns names of the columns, in order
 * @param rows rows with a cell for each column: a number, or anything else as its text; null is an empty cell. Read once
 */
public record Sheet(String name, List<String> columns, Stream<List<@Nullable Object>> rows) {

    /** Copies the columns. */
    public Sheet {
        columns = List.copyOf(columns);
    }
}
