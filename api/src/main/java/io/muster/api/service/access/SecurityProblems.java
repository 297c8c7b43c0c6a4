package io.muster.api.service.access;

import io.muster.api.service.web.Problems;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriUtils;

/** Says as problem details what the security filters refuse; leads a browser to the sign-in page instead. */
@Component
class SecurityProblems implements AuthenticationEntryPoint, AccessDeniedHandler {
    private static final String HTMX = "HX-Request";

    private final Problems problems;

    SecurityProblems(Problems problems) {
        this.problems = problems;
    }

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException e)
            throws IOException {
        if (isPage(request)) {
            leadToSignIn(request, response);
            return;
        }
        response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Basic realm=\"Muster\", charset=\"UTF-8\"");
        problems.write(response, Problems.of(HttpStatus.UNAUTHORIZED, "sign-in-needed", "Sign in first.", List.of()));
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException e)
            throws IOException {
        boolean isForged = e instanceof CsrfException;
        if (isForged && isPage(request)) {
            leadToSignIn(request, response);
            return;
        }
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

    /** A browser that wants a page, rather than a program that wants an answer. */
    private static boolean isPage(HttpServletRequest request) {
        String path = request.getRequestURI();
        String accepted = request.getHeader(HttpHeaders.ACCEPT);
        return !path.startsWith("/v1/")
                && !path.startsWith("/actuator")
                && request.getHeader(HttpHeaders.AUTHORIZATION) == null
                && (request.getHeader(HTMX) != null
                        || (accepted != null && accepted.contains(MediaType.TEXT_HTML_VALUE)));
    }

    private static void leadToSignIn(HttpServletRequest request, HttpServletResponse response) throws IOException {
        boolean isRead = request.getMethod().equals("GET") && request.getHeader(HTMX) == null;
        String query = request.getQueryString();
        String to = request.getRequestURI() + (query == null ? "" : "?" + query);
        String signIn =
                "/sign-in" + (isRead && !to.equals("/") ? "?to=" + UriUtils.encode(to, StandardCharsets.UTF_8) : "");
        if (request.getHeader(HTMX) == null) {
            response.sendRedirect(signIn);
        } else {
            // htmx would put the sign-in page into a part of the page that is there.
            response.setStatus(HttpStatus.UNAUTHORIZED.value());
            response.setHeader("HX-Redirect", signIn);
        }
    }
}
