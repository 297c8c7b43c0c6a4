package io.muster.api.service.trail;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The trail in the database. */
@Component
class DatabaseTrail implements Trail {
    private static final int MOST_DETAIL = 4000;
    private static final String NOTHING_BEFORE = "0".repeat(64);

    private final JdbcClient jdbc;
    private final Clock clock;

    DatabaseTrail(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    @Transactional
    public void write(String userId, String action, String subject, String detail) {
        OffsetDateTime at = clock.instant().truncatedTo(ChronoUnit.MILLIS).atOffset(ZoneOffset.UTC);
        String kept = detail.length() <= MOST_DETAIL ? detail : detail.substring(0, MOST_DETAIL);
        // The last row is locked until this transaction ends, so that the chain has one end.
        Last last = jdbc.sql("select number, hash from trail order by number desc limit 1 for update")
                .query((row, index) -> new Last(row.getLong(1), row.getString(2)))
                .optional()
                .orElse(new Last(0, NOTHING_BEFORE));
        long number = last.number() + 1;
        jdbc.sql("insert into trail (number, at, user_id, action, subject, detail, previous_hash, hash)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?)")
                .params(
                        number,
                        at,
                        userId,
                        action,
                        subject,
                        kept,
                        last.hash(),
                        hash(number, at, userId, action, subject, kept, last.hash()))
                .update();
    }

    private record Last(long number, String hash) {}

    private static String hash(
            long number,
            OffsetDateTime at,
            String userId,
            String action,
            String subject,
            String detail,
            String before) {
        try {
            String text = String.join(
                    "\u001f",
                    String.valueOf(number),
                    at.toInstant().toString(),
                    userId,
                    action,
                    subject,
                    detail,
                    before);
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
