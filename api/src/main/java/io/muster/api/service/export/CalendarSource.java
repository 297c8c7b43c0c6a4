package io.muster.api.service.export;

import io.muster.api.service.export.CalendarFile.Purpose;
import io.muster.data.model.DataSet;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Where calendars come from.
 *
 * @param history what was published
 * @param publication the last publication that counts
 * @param dataSet the data set
 */
record CalendarSource(CalendarHistory history, int publication, DataSet dataSet) {

    /** Writes one calendar; the stream stays open. */
    void write(CalendarOwner owner, Purpose purpose, OutputStream out) throws IOException {
        CalendarFile.write(
                history.events(owner, publication),
                dataSet.programme().name(),
                dataSet.programme().timeZone(),
                purpose,
                out);
    }

    /** Writes a zip with a file for each owner, empty calendars too; the stream stays open. */
    void writeZip(CalendarOwner.Kind kind, Collection<String> ids, OutputStream out) throws IOException {
        ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
        for (String id : ids) {
            ZipEntry entry = new ZipEntry(URLEncoder.encode(id, StandardCharsets.UTF_8) + ".ics");
            // The same bytes whenever it is made.
            entry.setTime(0);
            zip.putNextEntry(entry);
            write(new CalendarOwner(kind, id), Purpose.PUBLISH, new Unclosed(zip));
            zip.closeEntry();
        }
        zip.finish();
    }

    /** Keeps a zip open when a calendar's writer closes. */
    private static final class Unclosed extends FilterOutputStream {
        Unclosed(OutputStream out) {
            super(out);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            out.write(bytes, offset, length);
        }

        @Override
        public void close() throws IOException {
            flush();
        }
    }
}
