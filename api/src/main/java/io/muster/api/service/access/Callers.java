package io.muster.api.service.access;

import io.muster.api.service.web.ProblemException;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.stereotype.Component;

/** Who the caller of the current request is. */
@Component
public class Callers {
    private final OpenIdCallers openId;

    Callers(OpenIdCallers openId) {
        this.openId = openId;
    }

    /**
     * The caller of the current request.
     *
     * @return the caller
     * @throws ProblemException 401 when nobody has signed in
     */
    public Caller current() {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        if (authentication instanceof SignedIn signedIn) {
            return signedIn.caller();
        }
        if (authentication != null && authentication.getPrincipal() instanceof OidcUser user) {
            return openId.of(user.getClaims());
        }
        throw new ProblemException(HttpStatus.UNAUTHORIZED, "sign-in-needed", "Sign in first.", List.of());
    }
}
