package io.muster.api.service.access;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A user with what the service keeps about them.
 *
 * @param user the user
 * @param failedLogins failed sign-ins since the last that did not, {@code >= 0}
 * @param lockedUntil when they may try again; null: now
 * @param createdAt when they were added
 * @param version grows with each change of the user: the entity tag
 */
record Account(User user, int failedLogins, @Nullable Instant lockedUntil, Instant createdAt, long version) {

    boolean isLockedAt(Instant now) {
        return lockedUntil != null && now.isBefore(lockedUntil);
    }
}
