package io.muster.api.service.web;

import io.muster.data.issue.Issue;
import io.muster.data.issue.Severity;
import org.jspecify.annotations.Nullable;

/**
 * One thing that is wrong with an input.
 *
 * @param code stable code, such as {@code UNKNOWN_REFERENCE}
 * @param severity how bad it is
 * @param file file or sheet; null: the request itself
 * @param row record number, 1 is the header; null: the whole file
 * @param column the column, or the field of a JSON body; null: the whole row
 * @param message a sentence saying what is wrong and what to do
 */
public record IssueView(
        String code,
        Severity severity,
        @Nullable String file,
        @Nullable Integer row,
        @Nullable String column,
        String message) {

    /**
     * An issue of an input.
     *
     * @param issue the issue
     * @return the same for the API
     */
    public static IssueView of(Issue issue) {
        return new IssueView(
                issue.code(), issue.severity(), issue.file(), issue.row(), issue.column(), issue.message());
    }
}
