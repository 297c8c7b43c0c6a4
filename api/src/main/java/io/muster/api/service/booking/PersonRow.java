package io.muster.api.service.booking;

import io.muster.data.model.StaffMember;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A staff member in a list.
 *
 * @param staffId the staff member
 * @param teamId their team
 * @param teamName its name
 * @param bcu its BCU
 * @param function its function
 * @param role their role
 * @param rank their rank
 * @param employment kind of employment
 * @param priority 0 normal, 1 high, 2 highest
 * @param required modules they require
 * @param booked those of them that are booked
 * @param unbooked those of them that are not
 * @param firstDay day of their first booking; null: none
 * @param lastDay day of their last booking; null: none
 */
public record PersonRow(
        String staffId,
        String teamId,
        String teamName,
        String bcu,
        String function,
        String role,
        String rank,
        StaffMember.Employment employment,
        int priority,
        int required,
        int booked,
        int unbooked,
        @Nullable LocalDate firstDay,
        @Nullable LocalDate lastDay) {}
