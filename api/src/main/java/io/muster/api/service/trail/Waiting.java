package io.muster.api.service.trail;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * An entry that is not in the chain yet.
 *
 * @param at when it happened, in whole milliseconds
 * @param userId who did it, at most 100 characters
 * @param action what, at most 60 characters
 * @param subject what it was done to, at most 300 characters
 * @param detail what is worth knowing, at most 4,000 characters
 */
record Waiting(Instant at, String userId, String action, String subject, String detail) {
    private static final int MOST_USER = 100;
    private static final int MOST_ACTION = 60;
    private static final int MOST_SUBJECT = 300;
    private static final int MOST_DETAIL = 4_000;

    /** Cuts and cleans, so that every entry can be stored: the trail must not fail over what a path holds. */
    Waiting {
        at = at.truncatedTo(ChronoUnit.MILLIS);
        userId = clean(userId, MOST_USER);
        action = clean(action, MOST_ACTION);
        subject = clean(subject, MOST_SUBJECT);
        detail = clean(detail, MOST_DETAIL);
    }

    private static String clean(String text, int most) {
        StringBuilder kept = new StringBuilder(Math.min(text.length(), most));
        for (int i = 0; i < text.length() && kept.length() < most; i++) {
            char c = text.charAt(i);
            kept.append(Character.isISOControl(c) || Character.isSurrogate(c) ? ' ' : c);
        }
        return kept.toString();
    }
}
