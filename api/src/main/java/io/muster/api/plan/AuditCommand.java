package io.muster.api.plan;

import io.muster.api.error.BadRequestException;
import java.nio.file.Path;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Asks for the audit of a plan.
 *
 * @param dataSet the data set: a folder, a zip or a workbook
 * @param plan the plan's folder, zip or workbook
 * @param baseline the published plan it started from; null: not a re-plan
 * @param disruptions what happened to that plan: a CSV file, or a folder, zip or workbook that holds it; null: nothing,
 *     or not a re-plan
 * @param asOf the day of the re-plan; null: the programme's, or not a re-plan
 */
public record AuditCommand(
        Path dataSet,
        Path plan,
        @Nullable Path baseline,
        @Nullable Path disruptions,
        @Nullable LocalDate asOf) {

    /** Refuses what only a re-plan has. */
    public AuditCommand {
        if (baseline == null && (disruptions != null || asOf != null)) {
            throw new BadRequestException(
                    "Disruptions and the day of a re-plan are of use with a baseline only; give the"
                            + " plan that was published.");
        }
    }
}
