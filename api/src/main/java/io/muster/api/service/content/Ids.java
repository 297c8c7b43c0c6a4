package io.muster.api.service.content;

import java.security.SecureRandom;

/** Makes ids of what the service stores. */
public final class Ids {
    private static final String DIGITS = "0123456789abcdefghjkmnpqrstvwxyz";
    private static final int LENGTH = 20;
    private static final SecureRandom RANDOM = new SecureRandom();

    private Ids() {}

    /**
     * Makes an id that nobody can guess.
     *
     * @param kind what it is of, a word such as {@code plan}
     * @return kind, a hyphen and 100 random bits; at most 40 characters for kinds of at most 19
     */
    public static String next(String kind) {
        StringBuilder id = new StringBuilder(kind).append('-');
        for (int i = 0; i < LENGTH; i++) {
            id.append(DIGITS.charAt(RANDOM.nextInt(DIGITS.length())));
        }
        return id.toString();
    }
}
