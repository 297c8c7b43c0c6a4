package io.muster.api.plan;

import io.muster.api.output.OutputPath;
import io.muster.data.io.PlanWriter;
import io.muster.data.plan.Plan;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Set;

/** The folder a plan is written to. */
final class PlanFolder {
    private static final Set<String> FILES = Set.of(
            "scope.csv", "sessions.csv", "bookings.csv", "unbooked.csv", "changes.csv", "pins.csv", "summary.json");

    private final Path folder;

    private PlanFolder(Path folder) {
        this.folder = folder;
    }

    /** {@return the folder, if a plan may be written there} */
    static PlanFolder claim(Path folder) {
        OutputPath.requireFolder(folder, FILES);
        return new PlanFolder(folder);
    }

    Path write(Plan plan) {
        try {
            PlanWriter.write(plan, folder, false);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return folder;
    }
}
