package io.muster.data.io;

import io.muster.data.plan.Disruption;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Writes the disruptions of a re-plan (DATASET.md section 5). */
public final class DisruptionWriter {
    private DisruptionWriter() {}

    /**
     * Writes disruptions, in their order.
     *
     * @param disruptions the disruptions
     * @param csv the file; replaced when it is there
     * @throws IOException when it cannot be written
     */
    public static void write(List<Disruption> disruptions, Path csv) throws IOException {
        AtomicFiles.write(csv, out -> CsvText.write(new TableContent<>(DisruptionTable.TABLE, disruptions), out));
    }

    /**
     * Writes disruptions as a zip that holds {@code disruptions.csv}.
     *
     * @param disruptions the disruptions
     * @param zip the file; replaced when it is there
     * @throws IOException when it cannot be written
     */
    public static void writeZip(List<Disruption> disruptions, Path zip) throws IOException {
        AtomicFiles.write(zip, out -> ZipText.write("", null, contents(disruptions), out));
    }

    /**
     * Writes disruptions as an .xlsx workbook with a sheet {@code disruptions}, every cell a text.
     *
     * @param disruptions the disruptions
     * @param workbook the file; replaced when it is there
     * @throws IOException when it cannot be written
     */
    public static void writeWorkbook(List<Disruption> disruptions, Path workbook) throws IOException {
        AtomicFiles.write(workbook, out -> WorkbookText.write("", null, contents(disruptions), out));
    }

    private static List<TableContent<?>> contents(List<Disruption> disruptions) {
        return List.of(new TableContent<>(DisruptionTable.TABLE, disruptions));
    }
}
