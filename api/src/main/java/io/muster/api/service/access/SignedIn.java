package io.muster.api.service.access;

import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;

/** Somebody who has signed in, with a password or a token. */
final class SignedIn extends AbstractAuthenticationToken {
    private static final long serialVersionUID = 1L;

    private final transient Caller caller;
    private final long version;

    /**
     * Signs somebody in.
     *
     * @param caller who
     * @param version version of the user in the database; negative: not one of the database's
     */
    SignedIn(Caller caller, long version) {
        super(AuthorityUtils.createAuthorityList(caller.roles().stream()
                .map(role -> "ROLE_" + role.name())
                .sorted()
                .toArray(String[]::new)));
        this.caller = caller;
        this.version = version;
        setAuthenticated(true);
    }

    Caller caller() {
        return caller;
    }

    long version() {
        return version;
    }

    @Override
    public String getName() {
        return caller.userId();
    }

    @Override
    public Object getCredentials() {
        return "";
    }

    @Override
    public Object getPrincipal() {
        return caller;
    }

    @Override
    public boolean equals(Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(this);
    }
}
