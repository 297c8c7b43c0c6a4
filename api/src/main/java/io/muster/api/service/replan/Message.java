package io.muster.api.service.replan;

/**
 * A text for somebody who must be told of a re-plan.
 *
 * @param recipient what they are
 * @param recipientId who: staff member, team, BCU, trainer or venue; empty for learning and development
 * @param bcu the BCU whose people the text is about; empty: not of one
 * @param changes how many changes it tells of
 * @param subject its subject line
 * @param text plain English, lines separated by line feeds
 */
record Message(Recipient recipient, String recipientId, String bcu, int changes, String subject, String text) {

    /** What the recipients are, in the order in which they are told. */
    enum Recipient {
        /** The staff member whose bookings change. */
        OFFICER,
        /** The line manager of a team. */
        LINE_MANAGER,
        /** A BCU's resourcing desk. */
        BCU_RESOURCING,
        /** A trainer whose sessions change. */
        TRAINER,
        /** A venue whose rooms are used otherwise. */
        VENUE,
        /** Learning and development. */
        LEARNING
    }
}
