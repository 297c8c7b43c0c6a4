package io.muster.api.service.web;

import io.muster.api.service.content.Contents;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.Principal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingResponseWrapper;

/**
 * Serves a POST with an {@code Idempotency-Key} once: the same call again gets the answer of the first. Only answers below
 * 400 are kept, as others changed nothing; of one that shows a secret its status and location alone. Left out are sign-in and users, whose bodies hold passwords, of which not even a
 * hash is to be kept, and backups, which are streams.
 */
@Component
@Order(Ordered.LOWEST_PRECEDENCE - 100)
class IdempotencyFilter extends OncePerRequestFilter {
    static final String HEADER = "Idempotency-Key";
    private static final String REPLAYED = "Idempotency-Replayed";
    private static final List<String> LEFT_OUT = List.of("/v1/session", "/v1/users", "/v1/backups");
    private static final List<String> WITH_SECRETS = List.of("/v1/webhooks");
    private static final int MOST_KEY = 200;
    private static final int RETRY_SECONDS = 1;
    private static final Logger LOG = LoggerFactory.getLogger(IdempotencyFilter.class);

    private final IdempotencyKeys keys;
    private final Contents contents;
    private final Problems problems;

    IdempotencyFilter(IdempotencyKeys keys, Contents contents, Problems problems) {
        this.keys = keys;
        this.contents = contents;
        this.problems = problems;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        String path = request.getRequestURI();
        return !request.getMethod().equals("POST")
                || request.getHeader(HEADER) == null
                || !path.startsWith("/v1/")
                || LEFT_OUT.stream().anyMatch(path::startsWith);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String key = request.getHeader(HEADER);
        Principal principal = request.getUserPrincipal();
        if (principal == null) {
            chain.doFilter(request, response);
            return;
        }
        if (key.isBlank() || key.length() > MOST_KEY) {
            refuse(
                    response,
                    ProblemException.bad("idempotency-key-invalid", HEADER + " has 1 to " + MOST_KEY + " characters."));
            return;
        }
        try (RequestBody body = RequestBody.read(request, contents)) {
            IdempotencyKeys.Earlier earlier;
            try {
                earlier = keys.take(principal.getName(), key, body.hash());
            } catch (ProblemException e) {
                refuse(response, e);
                return;
            } catch (DataAccessException | TransactionException e) {
                LOG.error("idempotency keys cannot be read", e);
                refuse(
                        response,
                        new ProblemException(
                                        HttpStatus.SERVICE_UNAVAILABLE,
                                        "database-unavailable",
                                        "The database does not answer, and nothing was done. Try again.",
                                        List.of())
                                .retryAfter(RETRY_SECONDS));
                return;
            }
            if (earlier == null) {
                serve(principal.getName(), key, body.again(request), response, chain);
            } else {
                repeat(earlier, body.hash(), response);
            }
        }
    }

    private void serve(
            String userId, String key, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        ContentCachingResponseWrapper kept = new ContentCachingResponseWrapper(response);
        boolean isAnswered = false;
        try {
            chain.doFilter(request, kept);
            if (request.isAsyncStarted()) {
                throw new IllegalStateException("A creating call answers at once, not asynchronously: "
                        + request.getRequestURI() + ". Maybe it should submit a job?");
            }
            if (kept.getStatus() < HttpStatus.BAD_REQUEST.value()) {
                boolean isSecret = WITH_SECRETS.stream().anyMatch(request.getRequestURI()::startsWith);
                keys.answer(
                        userId,
                        key,
                        kept.getStatus(),
                        kept.getHeader(HttpHeaders.LOCATION),
                        isSecret ? null : body(kept));
                isAnswered = true;
            }
        } catch (DataAccessException | TransactionException e) {
            // What was asked for was done; only that a second call would be told so is lost.
            LOG.error("the answer to a call with an idempotency key was not kept", e);
            isAnswered = true;
        } finally {
            if (!isAnswered) {
                release(userId, key);
            }
        }
        kept.copyBodyToResponse();
    }

    private void release(String userId, String key) {
        try {
            keys.release(userId, key);
        } catch (DataAccessException | TransactionException e) {
            LOG.error("an idempotency key was not given back", e);
        }
    }

    private void repeat(IdempotencyKeys.Earlier earlier, String requestHash, HttpServletResponse response)
            throws IOException {
        if (!earlier.requestHash().equals(requestHash)) {
            refuse(
                    response,
                    new ProblemException(
                            HttpStatus.UNPROCESSABLE_ENTITY,
                            "idempotency-key-reused",
                            "This " + HEADER + " was used for another request; take a new one for each.",
                            List.of()));
            return;
        }
        if (earlier.status() == null) {
            refuse(
                    response,
                    ProblemException.conflict(
                                    "idempotency-in-progress",
                                    "The first call with this " + HEADER + " is being served; try again.")
                            .retryAfter(RETRY_SECONDS));
            return;
        }
        response.setStatus(earlier.status());
        response.setHeader(REPLAYED, "true");
        if (earlier.location() != null) {
            response.setHeader(HttpHeaders.LOCATION, earlier.location());
        }
        if (earlier.body() != null) {
            String text = contents.text(earlier.body());
            int line = text.indexOf('\n');
            response.setContentType(text.substring(0, line));
            response.getOutputStream().write(text.substring(line + 1).getBytes(StandardCharsets.UTF_8));
        }
    }

    private static @Nullable String body(ContentCachingResponseWrapper kept) {
        return kept.getContentSize() == 0
                ? null
                : kept.getContentType() + "\n" + new String(kept.getContentAsByteArray(), StandardCharsets.UTF_8);
    }

    private void refuse(HttpServletResponse response, ProblemException e) throws IOException {
        e.headers().forEach((name, values) -> values.forEach(value -> response.setHeader(name, value)));
        problems.write(response, Problems.of(e.status(), e.code(), String.valueOf(e.getMessage()), List.of()));
    }
}
