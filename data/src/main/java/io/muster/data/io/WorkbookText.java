package io.muster.data.io;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;

/** Writes a data set as a workbook of texts. */
final class WorkbookText {
    /** Longest text of a cell in a workbook. */
    private static final int MAX_CELL = 32_767;

    private static final int ROWS_BETWEEN_FLUSHES = 1_000;
    private static final String PROPERTIES = "docProps/core.xml";

    private WorkbookText() {}

    /**
     * Writes a workbook with a sheet for each file.
     *
     * @param jsonFile name of the file whose text goes down column A of its sheet
     * @param json its text; null: no such sheet
     * @param contents the tables
     */
    static void write(String jsonFile, @Nullable String json, List<TableContent<?>> contents, OutputStream out)
            throws IOException {
        Path raw = Files.createTempFile("workbook", ".xlsx");
        try {
            try (OutputStream rawOut = new BufferedOutputStream(Files.newOutputStream(raw), 1 << 16);
                    Workbook workbook = new Workbook(rawOut, "Muster", "1.0")) {
                if (json != null) {
                    writeJson(json, workbook.newWorksheet(Table.sheetOf(jsonFile)));
                }
                for (TableContent<?> content : contents) {
                    writeTable(content, workbook);
                }
            }
            try (ZipFile zip = new ZipFile(raw.toFile())) {
                copyWithoutClock(zip, out);
            }
        } finally {
            Files.deleteIfExists(raw);
        }
    }

    private static void writeJson(String json, Worksheet sheet) throws IOException {
        String[] lines = json.split("\n");
        for (int row = 0; row < lines.length; row++) {
            put(sheet, row, 0, lines[row]);
        }
        sheet.finish();
    }

    private static void writeTable(TableContent<?> content, Workbook workbook) throws IOException {
        if (content.rows().size() >= Worksheet.MAX_ROWS) {
            throw new IOException(
                    content.table().file() + " has " + content.rows().size()
                            + " rows, more than a sheet may have. Maybe write a folder or zip instead?");
        }
        Worksheet sheet = workbook.newWorksheet(content.table().sheet());
        String[] header = content.header();
        for (int column = 0; column < header.length; column++) {
            put(sheet, 0, column, header[column]);
        }
        int[] row = new int[1];
        content.<IOException>forEachRow(cells -> {
            row[0]++;
            for (int column = 0; column < cells.length; column++) {
                if (!cells[column].isEmpty()) {
                    put(sheet, row[0], column, cells[column]);
                }
            }
            if (row[0] % ROWS_BETWEEN_FLUSHES == 0) {
                sheet.flush();
            }
        });
        sheet.finish();
    }

    private static void put(Worksheet sheet, int row, int column, String text) throws IOException {
        if (text.length() > MAX_CELL) {
            throw new IOException("a text of " + text.length() + " characters is longer than a workbook's cell may be: "
                    + CellTypes.quoted(text) + ". Maybe write a folder or zip instead?");
        }
        sheet.value(row, column, Texts.writable(text));
    }

    /** The library stamps the time of writing into the properties; the same data set is to give the same bytes. */
    private static void copyWithoutClock(ZipFile zip, OutputStream out) throws IOException {
        ZipOutputStream zipOut = new ZipOutputStream(out, StandardCharsets.UTF_8);
        for (ZipEntry entry : Collections.list(zip.entries())) {
            ZipEntry copy = new ZipEntry(entry.getName());
            copy.setTimeLocal(AtomicFiles.FIXED_TIME);
            zipOut.putNextEntry(copy);
            try (InputStream in = zip.getInputStream(entry)) {
                if (entry.getName().equals(PROPERTIES)) {
                    String properties = new String(in.readAllBytes(), StandardCharsets.UTF_8);
                    zipOut.write(properties
                            .replaceAll("(?<head><dcterms:created[^>]*>)[^<]*<", "${head}1980-01-01T00:00:00Z<")
                            .getBytes(StandardCharsets.UTF_8));
                } else {
                    in.transferTo(zipOut);
                }
            }
            zipOut.closeEntry();
        }
        zipOut.finish();
    }
}
