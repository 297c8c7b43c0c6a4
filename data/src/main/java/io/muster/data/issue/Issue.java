package io.muster.data.issue;

import org.jspecify.annotations.Nullable;

/**
 * One problem of an input (DATASET.md, "Bad input").
 *
 * @param file file or sheet, such as {@code staff.csv}
 * @param row record number, 1 is the header; null: the whole file
 * @param column the column, or the field of a JSON file; null: the whole row
 * @param id id of the row concerned; null: unknown
 * @param code stable code, such as {@code UNKNOWN_REFERENCE}; documented in docs/ISSUES.md
 * @param severity how bad it is
 * @param message a sentence saying what is wrong and what to do
 */
public record Issue(
        String file,
        @Nullable Integer row,
        @Nullable String column,
        @Nullable String id,
        String code,
        Severity severity,
        String message) {}
