package io.muster.data.model;

import java.time.LocalDateTime;

/**
 * A time during which a staff member is away ({@code absences.csv}). Rows may overlap and join.
 *
 * @param staffId the staff member
 * @param from start, inclusive, wall clock
 * @param to end, exclusive, after {@code from}
 * @param reason a code, never a diagnosis
 */
public record Absence(String staffId, LocalDateTime from, LocalDateTime to, String reason) {}
