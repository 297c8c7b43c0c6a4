package io.muster.api.service.access;

import io.muster.api.service.web.ProblemException;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/** Who the caller of the current request is. */
@Component
public class Callers {
    private final Users users;

    Callers(Users users) {
        this.users = users;
    }

    /**
     * The caller of the current request.
     *
     * @return the caller
     * @throws ProblemException 401 when nobody has signed in
     */
    public Caller current() {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        if (authentication == null || !authentication.isAuthenticated()) {
            throw new ProblemException(HttpStatus.UNAUTHORIZED, "sign-in-needed", "Sign in first.", List.of());
        }
        Set<Role> roles = EnumSet.noneOf(Role.class);
        for (GrantedAuthority authority : authentication.getAuthorities()) {
            String name = authority.getAuthority();
            if (name != null && name.startsWith("ROLE_")) {
                roles.add(Role.valueOf(name.substring("ROLE_".length())));
            }
        }
        User user = users.find(authentication.getName()).orElse(null);
        return new Caller(
                authentication.getName(),
                user == null ? authentication.getName() : user.displayName(),
                roles,
                user == null ? null : user.bcu(),
                user == null ? null : user.trainerId());
    }
}
