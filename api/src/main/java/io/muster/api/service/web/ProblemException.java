package io.muster.api.service.web;

import io.muster.data.issue.Issue;
import java.util.List;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;

/** A request that cannot be served; becomes a problem detail (RFC 9457). */
public final class ProblemException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final HttpStatus status;
    private final String code;
    private final transient List<Issue> issues;
    private final transient HttpHeaders headers;

    /**
     * Refuses a request.
     *
     * @param status the HTTP status
     * @param code a stable code in kebab-case, such as {@code plan-not-found}
     * @param message what is wrong and what to do; no personal data
     * @param issues issues of an input, possibly none
     */
    public ProblemException(HttpStatus status, String code, String message, List<Issue> issues) {
        this(status, code, message, issues, HttpHeaders.EMPTY);
    }

    private ProblemException(HttpStatus status, String code, String message, List<Issue> issues, HttpHeaders headers) {
        super(message);
        this.status = status;
        this.code = code;
        this.issues = List.copyOf(issues);
        this.headers = headers;
    }

    /**
     * The same with a header {@code Retry-After}.
     *
     * @param seconds when to try again, {@code >= 0}
     * @return the problem
     */
    public ProblemException retryAfter(long seconds) {
        HttpHeaders later = new HttpHeaders();
        later.set(HttpHeaders.RETRY_AFTER, String.valueOf(seconds));
        return new ProblemException(status, code, String.valueOf(getMessage()), issues, later);
    }

    /**
     * Something that is not there, or not for this caller: the two are not told apart.
     *
     * @param kind what, a word such as {@code plan}
     * @param id its id
     * @return 404
     */
    public static ProblemException notFound(String kind, String id) {
        return new ProblemException(
                HttpStatus.NOT_FOUND, kind + "-not-found", "There is no " + kind + " '" + id + "'.", List.of());
    }

    /**
     * Something that cannot be done as things stand.
     *
     * @param code a stable code
     * @param message why, and what to do
     * @return 409
     */
    public static ProblemException conflict(String code, String message) {
        return new ProblemException(HttpStatus.CONFLICT, code, message, List.of());
    }

    /**
     * A request that makes no sense.
     *
     * @param code a stable code
     * @param message what is wrong, and what to do
     * @return 400
     */
    public static ProblemException bad(String code, String message) {
        return new ProblemException(HttpStatus.BAD_REQUEST, code, message, List.of());
    }

    /** {@return headers of the answer, possibly none} */
    HttpHeaders headers() {
        return headers;
    }

    /** {@return the HTTP status} */
    public HttpStatus status() {
        return status;
    }

    /** {@return the stable code} */
    public String code() {
        return code;
    }

    /** {@return issues of an input} */
    public List<Issue> issues() {
        return issues;
    }
}
