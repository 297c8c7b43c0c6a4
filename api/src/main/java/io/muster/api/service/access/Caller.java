package io.muster.api.service.access;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who makes a request; a parameter of this type in a controller is the caller.
 *
 * @param userId id of the user, stamped on what they do
 * @param displayName for people
 * @param roles what they are; possibly none
 * @param bcu their BCU; null: not bound to one
 * @param trainerId which trainer they are; null: none
 */
public record Caller(
        String userId,
        String displayName,
        Set<Role> roles,
        @Nullable String bcu,
        @Nullable String trainerId) {

    /** Who does what nobody asked for: jobs that run by the clock. */
    public static final Caller SYSTEM = new Caller("system", "Muster", Set.of(), null, null);

    /** Copies the set. */
    public Caller {
        roles = Set.copyOf(roles);
    }

    /**
     * Whether they have one of some roles.
     *
     * @param wanted the roles
     * @return whether they do
     */
    public boolean isAny(Role... wanted) {
        for (Role role : wanted) {
            if (roles.contains(role)) {
                return true;
            }
        }
        return false;
    }

    /** {@return whether they may see people of every BCU; otherwise of their own only, or of none} */
    public boolean seesEveryBcu() {
        return isAny(Role.PLANNER, Role.LEARNING, Role.AUDITOR);
    }
}
