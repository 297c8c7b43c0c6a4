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
}
