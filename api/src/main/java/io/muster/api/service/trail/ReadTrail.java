package io.muster.api.service.trail;

import io.muster.api.service.web.ProblemException;

/**
 * Where reads of personal data are written down. They wait in memory, for less than a second, so that no reader waits for
 * the database; when too many wait, as the database does not answer, nobody reads any more.
 */
public interface ReadTrail {

    /**
     * Refuses a read that could not be written down.
     *
     * @throws ProblemException 503 {@code trail-unavailable}
     */
    void checkRoom();

    /**
     * Writes a read.
     *
     * @param userId who read
     * @param action a stable code in upper case, at most 60 characters
     * @param subject what, ids only; cut at 300 characters
     * @param detail what is worth knowing; no personal data beyond ids; cut at 4,000 characters
     */
    void read(String userId, String action, String subject, String detail);

    /** Puts all entries that wait on this instance, and those of changes on any, into the chain now. */
    void flush();
}
