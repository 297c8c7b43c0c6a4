package io.muster.api.service.web;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.function.LongSupplier;

/** A bucket of tokens for each of many, which fills at a rate; those that have been full for long are forgotten. */
final class TokenBuckets {
    private static final long MOST = 100_000;
    private static final double NANOS = 1e9;

    private final double perSecond;
    private final int burst;
    private final LongSupplier nanos;
    private final Cache<String, Bucket> buckets;

    /**
     * Makes full ones.
     *
     * @param perSecond tokens a second, {@code > 0}
     * @param burst tokens of a full one, {@code >= 1}
     * @param nanos the time
     */
    TokenBuckets(double perSecond, int burst, LongSupplier nanos) {
        this.perSecond = perSecond;
        this.burst = burst;
        this.nanos = nanos;
        this.buckets = Caffeine.newBuilder()
                .maximumSize(MOST)
                .expireAfterAccess(Duration.ofSeconds((long) Math.ceil(burst / perSecond) + 1))
                .build();
    }

    private final class Bucket {
        private double tokens = burst;
        private long at = nanos.getAsLong();

        synchronized long secondsUntilOne(int taken) {
            long now = nanos.getAsLong();
            tokens = Math.min(burst, tokens + (now - at) / NANOS * perSecond);
            at = now;
            if (tokens >= 1) {
                tokens -= taken;
                return 0;
            }
            return (long) Math.ceil((1 - tokens) / perSecond);
        }
    }

    /** Takes a token; 0, or in how many seconds there is one. */
    long take(String key) {
        return buckets.get(key, ignored -> new Bucket()).secondsUntilOne(1);
    }

    /** Looks without taking; 0, or in how many seconds there is a token. */
    long look(String key) {
        Bucket bucket = buckets.getIfPresent(key);
        return bucket == null ? 0 : bucket.secondsUntilOne(0);
    }
}
