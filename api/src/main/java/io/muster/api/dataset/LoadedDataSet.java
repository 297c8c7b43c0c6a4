package io.muster.api.dataset;

import io.muster.data.issue.Issue;
import io.muster.data.model.DataSet;
import java.util.List;

/**
 * A data set that may be planned.
 *
 * @param dataSet the data set
 * @param warnings issues that do not keep it from being planned
 * @param inputHash hash of its content, the same for folder, zip and workbook
 */
public record LoadedDataSet(DataSet dataSet, List<Issue> warnings, String inputHash) {

    /** Copies the list. */
    public LoadedDataSet {
        warnings = List.copyOf(warnings);
    }
}
