package io.muster.api.service.access;

import io.muster.api.service.web.ProblemException;
import java.nio.charset.StandardCharsets;

/** What makes a password (NCSC: length, not kinds of characters). */
final class Passwords {
    private static final int LEAST_CHARACTERS = 12;
    /** BCrypt looks at no more. */
    private static final int MOST_BYTES = 72;

    private Passwords() {}

    /**
     * Refuses a password that is none.
     *
     * @param userId whose it is to be
     * @param password the password
     * @throws ProblemException 400 {@code password-invalid}
     */
    static void check(String userId, String password) {
        if (password.codePointCount(0, password.length()) < LEAST_CHARACTERS
                || password.getBytes(StandardCharsets.UTF_8).length > MOST_BYTES
                || password.contains(userId)
                || password.codePoints().distinct().count() < LEAST_CHARACTERS / 2) {
            throw ProblemException.bad(
                    "password-invalid",
                    "A password has at least " + LEAST_CHARACTERS + " characters, " + LEAST_CHARACTERS / 2
                            + " of them different, at most " + MOST_BYTES + " bytes, and not the user's id in it.");
        }
    }
}
