package io.muster.api.service.web;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.muster.api.service.content.Ids;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.stereotype.Component;

/**
 * Makes problem details (RFC 9457). Each has a {@code type} that is {@code urn:muster:problem:} and the code, the {@code
 * code} itself, an {@code errorId} to look for in the log, and the {@code issues} of an input.
 */
@Component
public final class Problems {
    private static final String TYPE = "urn:muster:problem:";
    /** An input may have an issue in each cell; who wants them all asks for the revision's issues. */
    private static final int MOST_ISSUES = 1_000;

    private final ObjectMapper json;

    Problems(ObjectMapper json) {
        this.json = json;
    }

    /**
     * A problem.
     *
     * @param status the HTTP status
     * @param code a stable code in kebab-case
     * @param detail what is wrong and what to do; no personal data
     * @param issues issues of an input, possibly none; the first 1,000 are told, and {@code issueCount} says how many
     *     there are
     * @return the problem, with an error id of its own
     */
    public static ProblemDetail of(HttpStatusCode status, String code, String detail, List<IssueView> issues) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, detail);
        problem.setType(URI.create(TYPE + code));
        problem.setTitle(title(code));
        problem.setProperty("code", code);
        problem.setProperty("errorId", Ids.next("error"));
        problem.setProperty("issues", issues.stream().limit(MOST_ISSUES).toList());
        if (issues.size() > MOST_ISSUES) {
            problem.setProperty("issueCount", issues.size());
        }
        return problem;
    }

    /**
     * A problem of which nothing but the status is known.
     *
     * @param status the HTTP status
     * @return the problem, with an error id of its own
     */
    public static ProblemDetail of(HttpStatusCode status) {
        return of(status, ProblemAdvice.codeOf(status), ProblemAdvice.detailOf(status), List.of());
    }

    /**
     * What to look for in the log.
     *
     * @param problem a problem made here
     * @return its error id
     */
    static String errorId(ProblemDetail problem) {
        return problem.getProperties() == null
                ? ""
                : String.valueOf(problem.getProperties().get("errorId"));
    }

    /**
     * Answers a request with a problem where there is no controller to throw it, such as in a filter.
     *
     * @param response the answer, to which nothing was written yet
     * @param problem the problem
     * @throws IOException when the client is gone
     */
    public void write(HttpServletResponse response, ProblemDetail problem) throws IOException {
        response.setStatus(problem.getStatus());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        json.writeValue(response.getOutputStream(), problem);
    }

    /** {@code plan-not-found} becomes "Plan not found". */
    private static String title(String code) {
        return code.substring(0, 1).toUpperCase(Locale.ROOT) + code.substring(1).replace('-', ' ');
    }
}
