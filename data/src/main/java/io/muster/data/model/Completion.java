package io.muster.data.model;

import java.time.LocalDate;

/**
 * A module that a staff member has completed ({@code completions.csv}); it makes the scope decision {@code CREDITED}.
 *
 * @param staffId the staff member
 * @param moduleId the module
 * @param date the day of completion
 * @param source where this is known from
 */
public record Completion(String staffId, String moduleId, LocalDate date, String source) {}
