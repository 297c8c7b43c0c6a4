package io.muster.api.service.export;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;

/**
 * An event of a calendar as it was last told.
 *
 * @param uid stays the same whatever changes
 * @param sequence publications before the one that brought it as it is: grows when it is moved, cancelled or booked again,
 *     and never falls when old publications are deleted
 * @param told when the publication came out that brought it as it is
 * @param entry what it is; of one that is cancelled, what it was
 * @param isCancelled whether it no longer takes place
 */
record CalendarEvent(String uid, int sequence, Instant told, Entry entry, boolean isCancelled) {

    /**
     * What a calendar shows; an event changed when any of this did.
     *
     * @param date the day
     * @param start wall-clock start
     * @param end wall-clock end, after the start
     * @param summary what it is
     * @param location where it is; possibly empty
     * @param description more about it; possibly empty
     */
    record Entry(LocalDate date, LocalTime start, LocalTime end, String summary, String location, String description) {}
}
