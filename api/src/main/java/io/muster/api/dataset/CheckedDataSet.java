package io.muster.api.dataset;

import io.muster.data.issue.Issue;
import io.muster.data.model.DataSet;
import java.util.List;
import java.util.Optional;

/**
 * A data set as it was found.
 *
 * @param dataSet the data set; empty if an issue is an error
 * @param issues every issue, in the order of files and rows
 * @param inputHash hash of its content; empty when there is no data set
 */
public record CheckedDataSet(Optional<DataSet> dataSet, List<Issue> issues, String inputHash) {

    /** Copies the list. */
    public CheckedDataSet {
        issues = List.copyOf(issues);
    }

    /** {@return whether it may be planned} */
    public boolean isUsable() {
        return dataSet.isPresent();
    }
}
