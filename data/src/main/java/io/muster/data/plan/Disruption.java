package io.muster.data.plan;

import org.jspecify.annotations.Nullable;

/**
 * A disruption of a published plan ({@code disruptions.csv}, DATASET.md section 5).
 *
 * @param id the key
 * @param kind what happened
 * @param subject id of the trainer, room, venue, team, demand scope, staff member, module or session it happened to
 * @param from start, a date ({@code 2025-05-12}) or, for {@code STAFF_ABSENT}, a date-time; null: open
 * @param to end, inclusive date or, for {@code STAFF_ABSENT}, exclusive date-time; null: open
 * @param value ceiling factor, capacity, date, team or session, as the kind says; null: none
 * @param note free text; null: none
 */
public record Disruption(
        String id,
        Kind kind,
        String subject,
        @Nullable String from,
        @Nullable String to,
        @Nullable String value,
        @Nullable String note) {

    /** What may happen. */
    public enum Kind {
        /** A trainer is away. */
        TRAINER_ABSENT,
        /** A room is closed. */
        ROOM_CLOSED,
        /** A venue is closed. */
        VENUE_CLOSED,
        /** A team's ceiling changes; the value is the ceiling factor. */
        TEAM_CAP,
        /** Operational demand; the subject is a demand scope, the value the ceiling factor. */
        DEMAND,
        /** A staff member is away; from and to are date-times. */
        STAFF_ABSENT,
        /** A staff member leaves; from is the first day no longer there. */
        STAFF_LEFT,
        /** A staff member joined; details come with the data set. */
        STAFF_JOINED,
        /** A staff member changes team; the value is the new team. */
        STAFF_MOVED,
        /** A room's capacity changes; the value is the new capacity. */
        ROOM_CAPACITY,
        /** A module's release date changes; the value is the new date. */
        MODULE_RELEASE,
        /** A session is cancelled. */
        SESSION_CANCELLED,
        /** A staff member did not attend; the value is the session. */
        NO_SHOW
    }
}
