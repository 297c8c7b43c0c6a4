package io.muster.api.service.access;

import io.muster.api.service.web.Problems;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.stereotype.Component;

/** Says as problem details what the security filters refuse. */
@Component
class SecurityProblems implements AuthenticationEntryPoint, AccessDeniedHandler {
    private final Problems problems;

    SecurityProblems(Problems problems) {
        this.problems = problems;
    }

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException e)
            throws IOException {
        response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Basic realm=\"Muster\", charset=\"UTF-8\"");
        problems.write(response, Problems.of(HttpStatus.UNAUTHORIZED, "sign-in-needed", "Sign in first.", List.of()));
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException e)
            throws IOException {
        boolean isForged = e instanceof CsrfException;
        problems.write(
                response,
                Problems.of(
                        HttpStatus.FORBIDDEN,
                        isForged ? "csrf-token-invalid" : "not-allowed",
                        isForged
                                ? "A change with a session cookie needs the CSRF token of the session in X-XSRF-TOKEN."
                                : "Your roles do not allow this.",
                        List.of()));
    }
}
