package io.muster.data.io;

import java.io.Closeable;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Where the files of a data set or plan are: a folder, a zip or a workbook. */
interface Container extends Closeable {

    /** {@return whether the file or its sheet is there} */
    boolean has(String file);

    /**
     * Reads a table's records.
     *
     * @param file the file, which is there
     * @param handler takes the records
     * @return whether all were read; false: an issue was reported and the rest is not known
     */
    boolean readRecords(String file, RecordHandler handler, IssueLog log);

    /**
     * Reads a JSON file.
     *
     * @param file the file, which is there
     * @return its text, in which bytes that are no UTF-8 are U+FFFF; null: an issue was reported
     */
    @Nullable
    String readText(String file, IssueLog log);

    @Override
    void close() throws IOException;
}
