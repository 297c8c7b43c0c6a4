package io.muster.api.explain;

import java.nio.file.Path;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Asks for a plan to be opened.
 *
 * @param dataSet the data set: a folder, a zip or a workbook
 * @param plan the plan's folder, zip or workbook
 * @param asOf the day from which the published plan is looked at: changes cost by notice, and what is past or inside the
 *     frozen period stays; null: the plan is not published yet
 */
public record OpenCommand(Path dataSet, Path plan, @Nullable LocalDate asOf) {}
