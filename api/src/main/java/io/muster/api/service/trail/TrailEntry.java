package io.muster.api.service.trail;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;

/**
 * A link of the chain.
 *
 * @param number its number, from 1, without gaps
 * @param at when it happened, in whole milliseconds
 * @param userId who did it
 * @param action what, such as {@code PLAN_PUBLISHED}
 * @param subject what it was done to
 * @param detail what is worth knowing
 * @param previousHash hash of the entry before; 64 noughts before the first
 * @param hash SHA-256 over all of these, 64 hexadecimal digits
 */
public record TrailEntry(
        long number,
        Instant at,
        String userId,
        String action,
        String subject,
        String detail,
        String previousHash,
        String hash) {
    static final String NOTHING_BEFORE = "0".repeat(64);

    /** Links an entry to the one before. */
    static TrailEntry link(long number, String previousHash, Waiting entry) {
        return new TrailEntry(
                number,
                entry.at(),
                entry.userId(),
                entry.action(),
                entry.subject(),
                entry.detail(),
                previousHash,
                hash(
                        number,
                        entry.at(),
                        entry.userId(),
                        entry.action(),
                        entry.subject(),
                        entry.detail(),
                        previousHash));
    }

    /** {@return the hash its fields have; another than {@link #hash} when somebody has changed one} */
    String computedHash() {
        return hash(number, at, userId, action, subject, detail, previousHash);
    }

    private static String hash(
            long number, Instant at, String userId, String action, String subject, String detail, String before) {
        try {
            String text = String.join(
                    "\u001f", String.valueOf(number), at.toString(), userId, action, subject, detail, before);
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
