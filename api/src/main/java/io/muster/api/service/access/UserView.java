package io.muster.api.service.access;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A user.
 *
 * @param id what they sign in with
 * @param displayName for people
 * @param roles what they are
 * @param bcu their BCU; null: not bound to one
 * @param trainerId which trainer they are; null: none
 * @param enabled whether they may sign in
 * @param lockedUntil until when failed sign-ins keep them out; null: they do not
 * @param createdAt when they were added
 */
record UserView(
        String id,
        String displayName,
        List<Role> roles,
        @Nullable String bcu,
        @Nullable String trainerId,
        boolean enabled,
        @Nullable Instant lockedUntil,
        Instant createdAt) {

    static UserView of(Account account) {
        User user = account.user();
        return new UserView(
                user.id(),
                user.displayName(),
                user.roles().stream().sorted().toList(),
                user.bcu(),
                user.trainerId(),
                user.enabled(),
                account.lockedUntil(),
                account.createdAt());
    }
}
