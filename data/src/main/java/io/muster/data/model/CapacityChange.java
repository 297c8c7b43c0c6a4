package io.muster.data.model;

import java.time.LocalDate;

/**
 * Days on which a room has other seats than {@code rooms.csv} says. Of rows that overlap the smallest capacity counts.
 * No file holds them: they come from a {@code ROOM_CAPACITY} disruption (DATASET.md section 5).
 *
 * @param roomId the room
 * @param from first day, inclusive
 * @param to last day, inclusive
 * @param capacity seats, at least 1
 */
public record CapacityChange(String roomId, LocalDate from, LocalDate to, int capacity) {}
