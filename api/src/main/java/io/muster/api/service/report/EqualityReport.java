package io.muster.api.service.report;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How far groups of people are with their training. Counts of people; each person is in one column. Cells under the
 * threshold are suppressed, with as many others as are needed so that none can be computed from what is shown.
 *
 * @param threshold counts under it are not shown
 * @param outcomes the columns; one that fewer people than the threshold are in was put together with its neighbour
 * @param totals people in each column, over all; empty: fewer than the threshold are in the data set
 * @param people all people; null: fewer than the threshold
 * @param tables one for each attribute
 */
public record EqualityReport(
        int threshold,
        List<String> outcomes,
        List<Long> totals,
        @Nullable Long people,
        List<Table> tables) {

    /**
     * People by a value of an attribute and outcome.
     *
     * @param attribute the attribute
     * @param rows one for each value, in order
     * @param note what to know about it; possibly empty
     */
    public record Table(EqualityAttribute attribute, List<Row> rows, String note) {}

    /**
     * People with one value of an attribute.
     *
     * @param value the value
     * @param counts people in each column; null: suppressed
     * @param people all of them; null: suppressed
     */
    public record Row(
            String value,
            List<@Nullable Long> counts,
            @Nullable Long people) {}
}
