package io.muster.solver.explain;

import org.jspecify.annotations.Nullable;

/**
 * What a planner decides by hand about one booking.
 *
 * @param kind what to do
 * @param staffId the staff member
 * @param moduleId the module
 * @param sessionId where to book or move: a session that runs, the id of one that would have to be opened (its date, slot
 *     and room, such as {@code 2025-05-12-AM-R012}), or for digital learning date and slot ({@code 2025-05-12-AM}); null
 *     for the other kinds
 */
public record Decision(
        Kind kind,
        String staffId,
        String moduleId,
        @Nullable String sessionId) {

    /** Kinds of decisions. */
    public enum Kind {
        /** Books a requirement that is unbooked. */
        BOOK,
        /** Moves a booking to another session. */
        MOVE,
        /** Cancels a booking. */
        CANCEL,
        /** Keeps a booking where it is, whatever a later search would like. */
        PIN,
        /** Takes a pin off. */
        UNPIN
    }
}
