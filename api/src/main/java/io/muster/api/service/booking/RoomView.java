package io.muster.api.service.booking;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A room.
 *
 * @param roomId the room
 * @param venueId its venue
 * @param venueName the venue's name
 * @param capacity its seats
 * @param slotRatePence hire for a slot
 * @param features what it offers
 * @param from first day it may be used; null: any
 * @param to last day it may be used; null: any
 * @param sessions sessions that run in it
 * @param slotsUsed slots they take
 * @param seats their seats
 * @param booked seats taken
 * @param occupancy seats taken of their seats, a fraction; 0 when none runs
 */
public record RoomView(
        String roomId,
        String venueId,
        String venueName,
        int capacity,
        long slotRatePence,
        List<String> features,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        int sessions,
        int slotsUsed,
        int seats,
        int booked,
        double occupancy) {}
