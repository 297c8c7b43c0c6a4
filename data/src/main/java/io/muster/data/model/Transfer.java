package io.muster.data.model;

import java.time.LocalDate;

/**
 * A staff member's change of team. From its date on the new team's base, ceiling and, without an own pattern, shift
 * pattern hold; the BCU that answers for the staff member's training (cost line trajectory) stays the one of
 * {@code staff.csv}. No file holds transfers: they come from a {@code STAFF_MOVED} disruption (DATASET.md section 5).
 *
 * @param staffId the staff member
 * @param from first day in the new team
 * @param teamId the new team
 */
public record Transfer(String staffId, LocalDate from, String teamId) {}
