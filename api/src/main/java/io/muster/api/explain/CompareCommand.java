package io.muster.api.explain;

import java.nio.file.Path;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Asks for two plans to be compared.
 *
 * @param dataSet the data set of both: a folder, a zip or a workbook
 * @param before the first plan
 * @param after the second plan
 * @param disruptions what happened to the first plan before the second was made: a CSV file, or a folder, zip or workbook
 *     that holds it; null: nothing
 * @param asOf the day on which the second plan was made of the first, which was published: changes cost by notice; null:
 *     the data set's where there are disruptions, else both are plans not published yet
 */
public record CompareCommand(
        Path dataSet,
        Path before,
        Path after,
        @Nullable Path disruptions,
        @Nullable LocalDate asOf) {

    /** {@return whether the first plan is the baseline of the second} */
    boolean isReplan() {
        return asOf != null || disruptions != null;
    }
}
