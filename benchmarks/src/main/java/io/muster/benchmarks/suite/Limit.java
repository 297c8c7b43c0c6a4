package io.muster.benchmarks.suite;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * When a run stops: after a time, or after so many moves, which gives the same plan on any machine.
 *
 * @param seconds seconds of planning, {@code > 0}; null: steps are given
 * @param steps moves evaluated, {@code >= 0}; null: seconds are given
 */
public record Limit(@Nullable Integer seconds, @Nullable Long steps) {

    /** A run by steps takes no longer than this. */
    private static final Duration LONGEST = Duration.ofHours(1);

    /** Refuses both and none. */
    public Limit {
        if ((seconds == null) == (steps == null)) {
            throw new IllegalArgumentException("give a limit either 'seconds' or 'steps'");
        }
        if ((seconds != null && seconds <= 0) || (steps != null && steps < 0)) {
            throw new IllegalArgumentException("a limit is not negative, and not 0 seconds");
        }
    }

    /** {@return seconds after which the plan is wanted} */
    @JsonIgnore
    public Duration time() {
        return seconds == null ? LONGEST : Duration.ofSeconds(seconds);
    }

    /** {@return whether it stops by the clock, so that a faster machine finds a better plan} */
    @JsonIgnore
    public boolean byClock() {
        return seconds != null;
    }

    /** {@return the limit in a word, such as {@code 60s} or {@code 100000 moves}} */
    @JsonIgnore
    public String label() {
        return seconds != null ? seconds + "s" : steps + " moves";
    }
}
