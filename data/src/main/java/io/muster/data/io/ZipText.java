package io.muster.data.io;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;

/** Writes the files of a data set or plan as a zip, with a fixed time so that the same files give the same bytes. */
final class ZipText {
    private ZipText() {}

    /**
     * Writes a zip with its files at the root.
     *
     * @param jsonFile name of the JSON file
     * @param json its text; null: no such file
     * @param contents the tables
     */
    static void write(String jsonFile, @Nullable String json, List<TableContent<?>> contents, OutputStream out)
            throws IOException {
        ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
        if (json != null) {
            begin(zip, jsonFile);
            zip.write(json.getBytes(StandardCharsets.UTF_8));
            zip.closeEntry();
        }
        for (TableContent<?> content : contents) {
            begin(zip, content.table().file());
            BufferedOutputStream buffered = new BufferedOutputStream(zip, 1 << 16);
            CsvText.write(content, buffered);
            buffered.flush();
            zip.closeEntry();
        }
        zip.finish();
    }

    private static void begin(ZipOutputStream zip, String name) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        entry.setTimeLocal(AtomicFiles.FIXED_TIME);
        zip.putNextEntry(entry);
    }
}
