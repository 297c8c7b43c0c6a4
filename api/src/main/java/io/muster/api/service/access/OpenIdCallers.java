package io.muster.api.service.access;

import io.muster.api.service.access.AccessSettings.OpenId;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Who somebody is by the claims of an OpenID provider's token. */
@Component
class OpenIdCallers {
    /** So that nobody of a provider's is taken for a user of the database. */
    private static final String PREFIX = "oidc:";

    private final OpenId names;

    OpenIdCallers(AccessSettings settings) {
        this.names = settings.openId();
    }

    /**
     * Who a token is of.
     *
     * @param claims its claims
     * @return the caller, with those roles that Muster knows
     */
    Caller of(Map<String, Object> claims) {
        String user = text(claims, names.userClaim());
        if (user == null) {
            throw new IllegalArgumentException("The token has no claim " + names.userClaim() + ".");
        }
        String name = text(claims, names.nameClaim());
        return new Caller(
                PREFIX + user,
                name == null ? user : name,
                roles(find(claims, names.rolesClaim())),
                text(claims, names.bcuClaim()),
                text(claims, names.trainerClaim()));
    }

    private Set<Role> roles(@Nullable Object claim) {
        Stream<String> given;
        if (claim instanceof Collection<?> list) {
            given = list.stream().map(String::valueOf);
        } else {
            given = claim == null ? Stream.of() : Arrays.stream(claim.toString().split("[ ,]+"));
        }
        Set<Role> roles = EnumSet.noneOf(Role.class);
        given.forEach(name -> {
            Role mapped = names.roles().get(name);
            if (mapped != null) {
                roles.add(mapped);
            } else {
                Arrays.stream(Role.values())
                        .filter(role -> role.name().equalsIgnoreCase(name))
                        .forEach(roles::add);
            }
        });
        return roles;
    }

    private static @Nullable String text(Map<String, Object> claims, String path) {
        Object claim = find(claims, path);
        return claim == null || claim.toString().isBlank() ? null : claim.toString();
    }

    private static @Nullable Object find(Map<String, Object> claims, String path) {
        if (claims.containsKey(path)) {
            return claims.get(path);
        }
        Object at = claims;
        for (String name : path.split("\\.", -1)) {
            at = at instanceof Map<?, ?> object ? object.get(name) : null;
        }
        return at;
    }
}
