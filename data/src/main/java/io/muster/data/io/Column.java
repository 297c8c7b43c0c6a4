package io.muster.data.io;

import org.jspecify.annotations.Nullable;

/**
 * A column of a table.
 *
 * @param index its place in the table, from 0
 * @param name its name in the header
 * @param type how its cells are read and written
 * @param required whether an empty cell is an error
 * @param target what its ids refer to; null: it refers to nothing, or the table checks it
 * @param <T> the value
 */
record Column<T>(
        int index,
        String name,
        CellType<T> type,
        boolean required,
        @Nullable Target target) {}
