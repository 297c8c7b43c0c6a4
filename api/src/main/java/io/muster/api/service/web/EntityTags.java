package io.muster.api.service.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;

/**
 * Entity tags against lost updates: an answer carries the version of what it shows, and a change says which version it
 * was made from.
 */
public final class EntityTags {
    private EntityTags() {}

    /**
     * The tag of a version.
     *
     * @param version the version
     * @return a strong tag with its quotation marks, for the header {@code ETag}
     */
    public static String of(long version) {
        return "\"" + version + "\"";
    }

    /**
     * An answer with the tag of its version.
     *
     * @param version the version
     * @param body what is shown
     * @param <T> its kind
     * @return 200 with {@code ETag}
     */
    public static <T> ResponseEntity<T> ok(long version, T body) {
        return ResponseEntity.ok().eTag(of(version)).body(body);
    }

    /**
     * Refuses a change that was made from another version. A call without the header goes through.
     *
     * @param ifMatch the header {@code If-Match}; null: not sent
     * @param version the version as it is now
     * @throws ProblemException 412 {@code precondition-failed}
     */
    public static void check(@Nullable String ifMatch, long version) {
        if (ifMatch != null && !matches(ifMatch, version)) {
            throw new ProblemException(
                    HttpStatus.PRECONDITION_FAILED,
                    "precondition-failed",
                    "Somebody has changed it since you read it; read it again and decide anew.",
                    List.of());
        }
    }

    /**
     * Refuses a change that was made from another version, and one that does not say from which.
     *
     * @param ifMatch the header {@code If-Match}; null: not sent
     * @param version the version as it is now
     * @throws ProblemException 412 {@code precondition-failed}, 428 {@code precondition-required}
     */
    public static void demand(@Nullable String ifMatch, long version) {
        if (ifMatch == null) {
            throw new ProblemException(
                    HttpStatus.PRECONDITION_REQUIRED,
                    "precondition-required",
                    "Send the header If-Match with the ETag of what you have read.",
                    List.of());
        }
        check(ifMatch, version);
    }

    /** Weak tags never match: RFC 9110, 13.1.1. */
    private static boolean matches(String ifMatch, long version) {
        String wanted = of(version);
        for (String tag : ifMatch.split(",", -1)) {
            if (tag.strip().equals("*") || tag.strip().equals(wanted)) {
                return true;
            }
        }
        return false;
    }
}
