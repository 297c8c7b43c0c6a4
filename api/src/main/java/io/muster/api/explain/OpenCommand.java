package io.muster.api.explain;

import io.muster.api.error.BadRequestException;
import java.nio.file.Path;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Asks for a plan to be opened. With a baseline the plan is looked at as the re-plan it is, judged against what was
 * published as its audit judges it.
 *
 * @param dataSet the data set: a folder, a zip or a workbook
 * @param plan the plan's folder, zip or workbook
 * @param baseline the published plan it started from; null: none, or the plan itself where {@code asOf} is given
 * @param disruptions what happened to the baseline: a CSV file, or a folder, zip or workbook that holds it; null: nothing
 * @param asOf the day from which the plan is looked at: changes cost by notice, and what is past or inside the frozen
 *     period stays; null: with a baseline the data set's, else the plan is not published yet
 */
public record OpenCommand(
        Path dataSet,
        Path plan,
        @Nullable Path baseline,
        @Nullable Path disruptions,
        @Nullable LocalDate asOf) {

    /** Refuses what only a re-plan has. */
    public OpenCommand {
        if (baseline == null && disruptions != null) {
            throw new BadRequestException("Disruptions are of use with a baseline only; give the plan that was"
                    + " published, and as PLAN the one that repairs it.");
        }
    }

    /** {@return whether the plan follows a published one, itself or another} */
    boolean isPublished() {
        return baseline != null || asOf != null;
    }
}
