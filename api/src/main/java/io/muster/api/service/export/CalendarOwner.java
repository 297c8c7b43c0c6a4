package io.muster.api.service.export;

/**
 * Whose calendar it is.
 *
 * @param kind a person, a trainer or a room
 * @param id its id
 */
record CalendarOwner(Kind kind, String id) {

    /** Who has a calendar. */
    enum Kind {
        /** A staff member: own bookings. */
        PERSON,
        /** A trainer: sessions to deliver. */
        TRAINER,
        /** A room: sessions in it. */
        ROOM
    }
}
