package io.muster.data.io;

import org.jspecify.annotations.Nullable;

/** The values of one row; those that could not be read are null and marked bad. */
final class RowValues {
    private final int row;
    private final String id;
    private final @Nullable Object[] values;
    private final boolean[] bad;

    RowValues(int row, String id, @Nullable Object[] values, boolean[] bad) {
        this.row = row;
        this.id = id;
        this.values = values;
        this.bad = bad;
    }

    int row() {
        return row;
    }

    /** {@return the key, or the first cell where rows have no key; empty when it could not be read} */
    String id() {
        return id;
    }

    /** {@return whether the cell was read: its value, or that it is empty, is known} */
    boolean isKnown(Column<?> column) {
        return !bad[column.index()];
    }

    /** {@return the value; null: the cell is empty or could not be read} */
    @SuppressWarnings("unchecked")
    <T> @Nullable T find(Column<T> column) {
        return (T) values[column.index()];
    }

    /** {@return the value of a required column of a row without errors} */
    <T> T get(Column<T> column) {
        T value = find(column);
        if (value == null) {
            throw new IllegalStateException("row " + row + " has no " + column.name()
                    + ". Maybe the column is optional, or the row has errors?");
        }
        return value;
    }

    /** {@return the value, or another when the cell is empty} */
    <T> T getOr(Column<T> column, T otherwise) {
        T value = find(column);
        return value == null ? otherwise : value;
    }
}
