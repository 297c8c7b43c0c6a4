package io.muster.solver.explain;

import java.util.List;

/**
 * What a room costs, and how far it is used.
 *
 * @param roomId the room
 * @param venueId its venue
 * @param capacity its seats
 * @param pencePerSlot its hire for a slot
 * @param slotsOpen slots of the programme on which it is open
 * @param slotsUsed those of them on which a session runs
 * @param seats seats of its sessions
 * @param seatsTaken bookings of its sessions
 * @param hirePence its hire for them
 * @param sessions its sessions, by time
 */
public record RoomLedger(
        String roomId,
        String venueId,
        int capacity,
        long pencePerSlot,
        int slotsOpen,
        int slotsUsed,
        int seats,
        int seatsTaken,
        long hirePence,
        List<Spot> sessions) {

    /** Copies the list. */
    public RoomLedger {
        sessions = List.copyOf(sessions);
    }
}
