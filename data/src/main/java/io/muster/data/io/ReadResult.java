package io.muster.data.io;

import io.muster.data.issue.Issue;
import io.muster.data.model.DataSet;
import java.util.List;
import java.util.Optional;

/**
 * What reading a data set gave.
 *
 * @param dataSet the data set; empty if and only if an issue is an {@code ERROR}
 * @param issues every problem of every file, in the order of files and rows
 * @param inputHash SHA-256 over the data set's content, 64 hexadecimal digits, the same for folder, zip and workbook;
 *     empty when there is no data set
 */
public record ReadResult(Optional<DataSet> dataSet, List<Issue> issues, String inputHash) {

    /** Copies the list. */
    public ReadResult {
        issues = List.copyOf(issues);
    }
}
