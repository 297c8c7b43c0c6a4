package io.muster.api.plan;

import io.muster.api.output.OutputPath;
import io.muster.data.io.PlanWriter;
import io.muster.data.plan.Plan;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Set;

/** The folder a plan is written to. */
public final class PlanFolder {
    private static final Set<String> FILES = Set.of(
            "scope.csv", "sessions.csv", "bookings.csv", "unbooked.csv", "changes.csv", "pins.csv", "summary.json");

    private final Path folder;

    private PlanFolder(Path folder) {
        this.folder = folder;
    }

    /**
     * Claims a folder for a plan.
     *
     * @param folder the folder: absent, empty or holding an older plan
     * @return the folder
     * @throws io.muster.api.error.BadRequestException if a plan may not be written there
     */
    public static PlanFolder claim(Path folder) {
        OutputPath.requireFolder(folder, FILES);
        return new PlanFolder(folder);
    }

    /**
     * Writes a plan.
     *
     * @param plan the plan
     * @param withChanges whether it has a baseline, and so {@code changes.csv}
     * @return the folder
     */
    public Path write(Plan plan, boolean withChanges) {
        try {
            PlanWriter.write(plan, folder, withChanges);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return folder;
    }
}
