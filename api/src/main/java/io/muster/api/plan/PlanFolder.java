package io.muster.api.plan;

import io.muster.api.error.BadInputException;
import io.muster.api.output.OutputPath;
import io.muster.data.io.PlanReadResult;
import io.muster.data.io.PlanReader;
import io.muster.data.io.PlanWriter;
import io.muster.data.issue.Issue;
import io.muster.data.plan.Plan;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/** The folder of a plan. */
public final class PlanFolder {
    private static final Set<String> FILES = Set.of(
            "scope.csv", "sessions.csv", "bookings.csv", "unbooked.csv", "changes.csv", "pins.csv", "summary.json");

    private final Path folder;

    private PlanFolder(Path folder) {
        this.folder = folder;
    }

    /**
     * Reads a plan.
     *
     * @param path the plan: a folder, a zip or a workbook
     * @param warnings what is worth a look is added to them
     * @return the plan
     * @throws BadInputException with every issue when it cannot be read
     */
    public static Plan read(Path path, List<Issue> warnings) {
        PlanReadResult read = PlanReader.read(path);
        warnings.addAll(read.issues());
        return read.plan().orElseThrow(() -> new BadInputException(read.issues()));
    }

    /**
     * A folder to write a plan to.
     *
     * @param folder absent, empty, or with an older plan
     * @return the folder
     * @throws io.muster.api.error.BadRequestException when a plan may not be written there
     */
    public static PlanFolder claim(Path folder) {
        OutputPath.requireFolder(folder, FILES);
        return new PlanFolder(folder);
    }

    /**
     * Writes a plan.
     *
     * @param plan the plan
     * @param isReplan whether it has a baseline, and so {@code changes.csv}
     * @return the folder
     */
    public Path write(Plan plan, boolean isReplan) {
        try {
            PlanWriter.write(plan, folder, isReplan);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return folder;
    }
}
