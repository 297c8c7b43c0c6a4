package io.muster.api.service.web;

import io.muster.api.service.content.Contents;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What was answered to calls with an {@code Idempotency-Key}, in the database, so that each is served once. */
@Component
class IdempotencyKeys {
    /** How long an answer is repeated. */
    static final Duration RETENTION = Duration.ofHours(24);

    /** After this, whoever was to answer is taken to have died. */
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private final JdbcClient jdbc;
    private final Contents contents;
    private final Clock clock;

    IdempotencyKeys(JdbcClient jdbc, Contents contents, Clock clock) {
        this.jdbc = jdbc;
        this.contents = contents;
        this.clock = clock;
    }

    /**
     * An earlier call with the same key.
     *
     * @param requestHash hash of what was asked for
     * @param status what was answered; null: it is being served
     * @param location header {@code Location} of the answer; null: none
     * @param body content with the body, its media type on the first line; null: none
     * @param createdAt when it came
     */
    record Earlier(
            String requestHash,
            @Nullable Integer status,
            @Nullable String location,
            @Nullable String body,
            Instant createdAt) {}

    /** Takes a key for a call; null: it is taken, otherwise the earlier call that has it. */
    @Nullable
    Earlier take(String userId, String key, String requestHash) {
        Instant now = clock.instant();
        jdbc.sql("delete from idempotency where user_id = ? and request_key = ?"
                        + " and (created_at < ? or status is null and created_at < ?)")
                .params(userId, key, utc(now.minus(RETENTION)), utc(now.minus(PATIENCE)))
                .update();
        try {
            jdbc.sql("insert into idempotency (user_id, request_key, request_hash, created_at) values (?, ?, ?, ?)")
                    .params(userId, key, requestHash, utc(now))
                    .update();
            return null;
        } catch (DuplicateKeyException e) {
            return jdbc.sql("select * from idempotency where user_id = ? and request_key = ?")
                    .params(userId, key)
                    .query((row, index) -> new Earlier(
                            row.getString("request_hash"),
                            row.getObject("status", Integer.class),
                            row.getString("location"),
                            row.getString("body"),
                            row.getObject("created_at", OffsetDateTime.class).toInstant()))
                    .optional()
                    .orElseThrow(() -> ProblemException.conflict(
                            "idempotency-in-progress", "A call with this Idempotency-Key has just failed; try again."));
        }
    }

    /** Keeps the answer to the call that has a key. */
    void answer(String userId, String key, int status, @Nullable String location, @Nullable String body) {
        jdbc.sql("update idempotency set status = ?, location = ?, body = ? where user_id = ? and request_key = ?")
                .params(status, location, body == null ? null : contents.storeText(body), userId, key)
                .update();
    }

    /** Gives a key back as its call came to nothing. */
    void release(String userId, String key) {
        jdbc.sql("delete from idempotency where user_id = ? and request_key = ? and status is null")
                .params(userId, key)
                .update();
    }

    private static OffsetDateTime utc(Instant time) {
        return time.atOffset(ZoneOffset.UTC);
    }
}
