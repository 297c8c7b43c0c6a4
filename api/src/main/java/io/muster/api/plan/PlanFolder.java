package io.muster.api.plan;

import io.muster.api.output.OutputPath;
import io.muster.data.io.PlanWriter;
import io.muster.data.plan.Plan;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;

/** The folder a plan is written to. */
final class PlanFolder {
    private static final String MARK = "summary.json";

    private final Path folder;

    private PlanFolder(Path folder) {
        this.folder = folder;
    }

    /** {@return the folder, if a plan may be written there} */
    static PlanFolder claim(Path folder) {
        OutputPath.requireFolder(folder, MARK);
        return new PlanFolder(folder);
    }

    Path write(Plan plan) {
        try {
            PlanWriter.writeFolder(plan, folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return folder;
    }
}
