package io.muster.data.model;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A staff member ({@code staff.csv}).
 *
 * @param id the key
 * @param teamId the team
 * @param role the role, free text that rule sets know
 * @param rank the rank or grade
 * @param employment kind of employment
 * @param status {@code ACTIVE}, or a reason code for not being deployable
 * @param statusUntil last day on which a status other than {@code ACTIVE} holds; null: open
 * @param joined first day of service; null: before the programme
 * @param leaves first day no longer there; null: stays
 * @param patternId own shift pattern; null: the team's
 * @param offset own offset, in days; null: 0 with an own pattern, else the team's
 * @param needs room features needed, possibly empty
 * @param notBefore earliest start of the first booked slot of a day; null: any
 * @param tags tags that rules know, such as {@code SOIT}, possibly empty
 * @param cohort the cohort; null: none
 * @param priority 0 normal, 1 high, 2 highest
 */
public record StaffMember(
        String id,
        String teamId,
        String role,
        String rank,
        Employment employment,
        String status,
        @Nullable LocalDate statusUntil,
        @Nullable LocalDate joined,
        @Nullable LocalDate leaves,
        @Nullable String patternId,
        @Nullable Integer offset,
        List<String> needs,
        @Nullable LocalTime notBefore,
        List<String> tags,
        @Nullable String cohort,
        int priority) {

    /** The status of a deployable staff member. */
    public static final String ACTIVE = "ACTIVE";

    /** Copies the lists. */
    public StaffMember {
        needs = List.copyOf(needs);
        tags = List.copyOf(tags);
    }

    /**
     * Whether the staff member is deployable on a date: {@code joined <= date < leaves} where given, and the status is
     * {@code ACTIVE} or {@code statusUntil < date} (DATASET.md section 2).
     *
     * @param date the date
     * @return whether deployable
     */
    public boolean isDeployableOn(LocalDate date) {
        return (joined == null || !joined.isAfter(date))
                && (leaves == null || date.isBefore(leaves))
                && (status.equals(ACTIVE) || (statusUntil != null && statusUntil.isBefore(date)));
    }

    /** Kinds of employment. */
    public enum Employment {
        /** Police officer. */
        OFFICER,
        /** Police staff. */
        STAFF,
        /** Police community support officer. */
        PCSO,
        /** Special constable. */
        SPECIAL
    }
}
