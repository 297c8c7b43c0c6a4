package io.muster.data.io;

import io.muster.data.issue.IssueCode;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * How the cells of a column are read and written.
 *
 * @param <T> the value
 * @param textual whether it is free text or an id, so that formula-looking cells are reported and escaped
 * @param trimmed whether blanks around it are removed, with a warning
 * @param shape what a number in a workbook's cell means
 * @param parser reads a cell that is not empty; null and a problem reported: it is no such value
 * @param formatter writes a value; reading what it wrote gives an equal value
 */
record CellType<T>(
        boolean textual, boolean trimmed, NumericShape shape, CellParser<T> parser, Function<T, String> formatter) {

    /** Reads one cell. */
    @FunctionalInterface
    interface CellParser<T> {
        @Nullable
        T parse(String text, Problems problems);
    }

    /** Takes the problems of one cell. */
    @FunctionalInterface
    interface Problems {
        void add(IssueCode code, String message);
    }

    /** What a number in a workbook's cell means. */
    enum NumericShape {
        /** The number itself. */
        PLAIN,
        /** Days since the workbook's epoch. */
        DATE,
        /** A fraction of a day. */
        TIME,
        /** Days since the workbook's epoch, with a fraction. */
        DATE_TIME
    }
}
