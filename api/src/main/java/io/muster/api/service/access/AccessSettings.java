package io.muster.api.service.access;

import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How users sign in.
 *
 * @param initialPassword password of the first administrator, from the environment; null: a random one, printed once
 * @param lockAfterFailures failed sign-ins in a row that lock a user, {@code >= 1}
 * @param lockFor how long
 * @param rememberFor how long a verified password is not hashed again; a change of the user ends it at once
 * @param lookAgainAfter how long another instance's change of a user may go unnoticed
 * @param contentSecurityPolicy the header of that name
 * @param openId what tokens of an OpenID provider say; used when {@code spring.security.oauth2} names one
 */
@ConfigurationProperties("muster.access")
record AccessSettings(
        @Nullable String initialPassword,
        @DefaultValue("10") int lockAfterFailures,
        @DefaultValue("15m") Duration lockFor,
        @DefaultValue("5m") Duration rememberFor,
        @DefaultValue("5s") Duration lookAgainAfter,

        // Styles of single elements are set by the charts and timelines; no script but the service's own files runs.
        @DefaultValue(
                "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; object-src 'none'; base-uri 'none';"
                        + " form-action 'self'; frame-ancestors 'none'")
        String contentSecurityPolicy,

        @DefaultValue OpenId openId) {

    /** Checks the bounds. */
    AccessSettings {
        if (lockAfterFailures < 1) {
            throw new IllegalArgumentException(
                    "muster.access.lock-after-failures must be at least 1, not " + lockAfterFailures + ".");
        }
    }

    @Override
    public String toString() {
        return "AccessSettings[lockAfterFailures=" + lockAfterFailures + ", lockFor=" + lockFor + "]";
    }

    /**
     * Claims of tokens. A dot leads into an object, as in {@code realm_access.roles}.
     *
     * @param userClaim who it is, for ever
     * @param nameClaim what they are called
     * @param rolesClaim list or text of their roles, or groups
     * @param bcuClaim their BCU
     * @param trainerClaim which trainer they are
     * @param roles role of Muster's for each role of the provider's; those not named are taken as they are, if Muster
     *     has one of that name
     */
    record OpenId(
            @DefaultValue("sub") String userClaim,
            @DefaultValue("name") String nameClaim,
            @DefaultValue("roles") String rolesClaim,
            @DefaultValue("bcu") String bcuClaim,
            @DefaultValue("trainer_id") String trainerClaim,
            @DefaultValue Map<String, Role> roles) {}
}
