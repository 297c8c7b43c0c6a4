package io.muster.data.model;

import java.time.LocalDate;

/**
 * Days on which a room is closed ({@code room_closures.csv}). Rows may overlap and join.
 *
 * @param roomId the room
 * @param from first day, inclusive
 * @param to last day, inclusive
 * @param reason why
 */
public record RoomClosure(String roomId, LocalDate from, LocalDate to, String reason) {}
