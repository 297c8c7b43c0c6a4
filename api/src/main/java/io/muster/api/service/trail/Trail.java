package io.muster.api.service.trail;

/** Where everything that happens is written down, never to be changed. */
public interface Trail {

    /**
     * Writes an entry. Inside a transaction it is kept or lost with it.
     *
     * @param userId who did it
     * @param action what, a stable code in upper case such as {@code PLAN_PUBLISHED}; at most 60 characters
     * @param subject what it was done to, ids only, such as {@code plan/plan-123}; at most 300 characters
     * @param detail what is worth knowing, such as rule set, input hash and seed of a plan; no personal data; cut at
     *     4,000 characters
     */
    void write(String userId, String action, String subject, String detail);
}
