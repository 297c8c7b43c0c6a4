package io.muster.solver.explain;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a planner decides by hand about one booking, or about one session with everybody in it.
 *
 * @param kind what to do
 * @param staffId the staff member; null only for {@link Kind#MOVE_SESSION}
 * @param moduleId the module; null only for {@link Kind#MOVE_SESSION}
 * @param sessionId where to book or move: a session that runs, the id of one that would have to be opened (its date, slot
 *     and room, such as {@code 2025-05-12-AM-R012}), or for digital learning date and slot ({@code 2025-05-12-AM}). Of
 *     {@link Kind#MOVE_SESSION} the session that is moved; null for the other kinds
 * @param target where a session is moved to; null for all kinds but {@link Kind#MOVE_SESSION}
 */
public record Decision(
        Kind kind,
        @Nullable String staffId,
        @Nullable String moduleId,
        @Nullable String sessionId,
        @Nullable Target target) {

    /** Checks that it names what its kind is about. */
    public Decision {
        boolean isWhole = kind == Kind.MOVE_SESSION
                ? sessionId != null && target != null && staffId == null && moduleId == null
                : staffId != null && moduleId != null && target == null;
        if (!isWhole) {
            throw new IllegalArgumentException("(" + kind + ") of (" + staffId + ", " + moduleId + ", " + sessionId
                    + ", " + target + ") does not say what is decided. Maybe a field is missing, or too many.");
        }
    }

    /**
     * A decision about one booking.
     *
     * @param kind what to do; not {@link Kind#MOVE_SESSION}
     * @param staffId the staff member
     * @param moduleId the module
     * @param sessionId where to book or move; null for the other kinds
     */
    public Decision(Kind kind, String staffId, String moduleId, @Nullable String sessionId) {
        this(kind, staffId, moduleId, sessionId, null);
    }

    /**
     * Moves a session with everybody in it.
     *
     * @param sessionId a session that runs
     * @param target where to
     * @return the decision
     */
    public static Decision moveSession(String sessionId, Target target) {
        return new Decision(Kind.MOVE_SESSION, null, null, sessionId, target);
    }

    /**
     * Where a session is moved to.
     *
     * @param date the day
     * @param slotId the slot it begins with
     * @param roomId the room; null: the one it has. A virtual session has none
     * @param trainerIds who is to deliver it. Positions that are left over go to its own trainers as far as they are free
     *     then, and after them to whoever is free and cheapest
     */
    public record Target(
            LocalDate date, String slotId, @Nullable String roomId, List<String> trainerIds) {

        /** Copies the list. */
        public Target {
            trainerIds = List.copyOf(trainerIds);
        }
    }

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
        UNPIN,
        /** Moves a session with everybody in it to another day, slot, room or trainers. */
        MOVE_SESSION
    }
}
