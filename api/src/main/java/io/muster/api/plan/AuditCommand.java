package io.muster.api.plan;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Asks for the audit of a plan.
 *
 * @param dataSet the data set: a folder, a zip or a workbook
 * @param plan the plan's folder, zip or workbook
 * @param baseline the published plan it started from; null: not a re-plan
 */
public record AuditCommand(
        Path dataSet, Path plan, @Nullable Path baseline) {}
