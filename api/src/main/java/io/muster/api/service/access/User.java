package io.muster.api.service.access;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A user in the database.
 *
 * @param id what they sign in with
 * @param displayName for people
 * @param passwordHash hash of the password, with the name of its method; null: signs in elsewhere (OpenID Connect)
 * @param roles what they are
 * @param bcu their BCU; null: not bound to one
 * @param trainerId which trainer they are; null: none
 * @param enabled whether they may sign in
 */
public record User(
        String id,
        String displayName,
        @Nullable String passwordHash,
        Set<Role> roles,
        @Nullable String bcu,
        @Nullable String trainerId,
        boolean enabled) {

    /** Copies the set. */
    public User {
        roles = Set.copyOf(roles);
    }

    /** {@return the caller they are} */
    Caller caller() {
        return new Caller(id, displayName, roles, bcu, trainerId);
    }

    @Override
    public String toString() {
        return "User[id=" + id + "]";
    }
}
