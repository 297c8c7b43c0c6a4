package io.muster.api.service.booking;

import io.muster.data.model.StaffMember;
import io.muster.data.model.Team;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A staff member and how far they are booked.
 *
 * @param member the staff member
 * @param team their team in {@code staff.csv}
 * @param required modules they require
 * @param booked those of them that are booked
 * @param firstDay day of their first booking; null: none
 * @param lastDay day of their last booking; null: none
 */
record Person(
        StaffMember member,
        Team team,
        int required,
        int booked,
        @Nullable LocalDate firstDay,
        @Nullable LocalDate lastDay) {}
