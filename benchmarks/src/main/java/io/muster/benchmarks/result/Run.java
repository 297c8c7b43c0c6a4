package io.muster.benchmarks.result;

import io.muster.benchmarks.contender.Sample;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One run.
 *
 * @param key what was run
 * @param seed seed of the search
 * @param figures what was measured; null: it failed
 * @param failure why it failed, a sentence; null: it did not
 * @param trace how good the best plan was when, in the contender's own count; the seconds are since it was asked
 */
public record Run(
        RunKey key,
        long seed,
        @Nullable RunFigures figures,
        @Nullable String failure,
        List<Sample> trace) {

    /** Copies the trace. */
    public Run {
        if ((figures == null) == (failure == null)) {
            throw new IllegalArgumentException("A run has either figures or a failure: " + key + ", seed " + seed);
        }
        trace = List.copyOf(trace);
    }

    /**
     * A run that failed.
     *
     * @param key what was run
     * @param seed seed of the search
     * @param failure why
     * @return the run
     */
    public static Run failed(RunKey key, long seed, String failure) {
        return new Run(key, seed, null, failure, List.of());
    }

    /** {@return what was measured; empty when it failed} */
    public Optional<RunFigures> findFigures() {
        return Optional.ofNullable(figures);
    }

    /** {@return the run without its trace} */
    public Run withoutTrace() {
        return new Run(key, seed, figures, failure, List.of());
    }
}
