package io.muster.data.io;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One file of the format: its columns, once for reading and writing alike.
 *
 * @param file name of the file, such as {@code staff.csv}
 * @param fields its columns, in the order in which they are written
 * @param keyColumns how many of the first columns make the key; 0: rows have no key
 * @param check checks a row whose cells were read, reporting what is wrong between them
 * @param factory makes a record of a row without errors
 * @param <R> the record of a row
 */
record Table<R>(String file, List<Field<R, ?>> fields, int keyColumns, RowCheck check, Function<RowValues, R> factory) {

    /** A column and the component it is written from. */
    record Field<R, T>(Column<T> column, Function<R, @Nullable T> getter) {
        /** {@return the text of the record's cell in a file, empty when there is no value} */
        String format(R row) {
            String text = text(row);
            return column.type().textual() ? FormulaGuard.escape(text) : text;
        }

        /** {@return the text of the record's value, empty when there is none} */
        String text(R row) {
            T value = getter.apply(row);
            return value == null ? "" : column.type().formatter().apply(value);
        }
    }

    /** Checks a row. Cells that could not be read are null and must not lead to further issues. */
    @FunctionalInterface
    interface RowCheck {
        void check(RowValues row, RowContext context);
    }

    /** {@return the sheet's name in a workbook} */
    String sheet() {
        return sheetOf(file);
    }

    /** {@return the name of a file's sheet in a workbook: the file's without its ending} */
    static String sheetOf(String file) {
        return file.substring(0, file.lastIndexOf('.'));
    }

    /** Builds a table column by column. */
    static final class Builder<R> {
        private final String file;
        private final List<Field<R, ?>> fields = new ArrayList<>();

        Builder(String file) {
            this.file = file;
        }

        <T> Column<T> required(String name, CellType<T> type, Function<R, @Nullable T> getter) {
            return add(name, type, true, null, getter);
        }

        <T> Column<T> optional(String name, CellType<T> type, Function<R, @Nullable T> getter) {
            return add(name, type, false, null, getter);
        }

        <T> Column<T> reference(String name, CellType<T> type, Target target, Function<R, @Nullable T> getter) {
            return add(name, type, true, target, getter);
        }

        <T> Column<T> optionalReference(String name, CellType<T> type, Target target, Function<R, @Nullable T> getter) {
            return add(name, type, false, target, getter);
        }

        private <T> Column<T> add(
                String name,
                CellType<T> type,
                boolean required,
                @Nullable Target target,
                Function<R, @Nullable T> getter) {
            Column<T> column = new Column<>(fields.size(), name, type, required, target);
            fields.add(new Field<>(column, getter));
            return column;
        }

        Table<R> build(int keyColumns, RowCheck check, Function<RowValues, R> factory) {
            return new Table<>(file, List.copyOf(fields), keyColumns, check, factory);
        }
    }
}
