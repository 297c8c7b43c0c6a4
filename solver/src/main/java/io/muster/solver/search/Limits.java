package io.muster.solver.search;

import io.muster.solver.SearchSettings;
import io.muster.solver.SolveOptions;
import java.time.Duration;
import java.util.function.BooleanSupplier;

/** When a search stops, and how that is dealt out to its rounds. */
final class Limits {

    private static final long STEPS_OF_A_ROUND = 100_000;
    private static final int FEWEST_ROUNDS = 4;
    private static final int MOST_STEP_ROUNDS = 40;

    private final SearchSettings settings;
    private final long steps;
    private final long nanos;
    private final int rounds;
    private final long startedAt = System.nanoTime();

    /**
     * Limits that count from now on.
     *
     * @param options limits and tuning
     * @param requirements number of requirements, which sets the time where no limit is given
     */
    Limits(SolveOptions options, int requirements) {
        settings = options.settings();
        Duration time = options.time(requirements);
        Long stepLimit = options.stepLimit();
        steps = stepLimit == null ? Long.MAX_VALUE : stepLimit;
        nanos = time == null ? Long.MAX_VALUE : time.toNanos();
        rounds = (int) Math.max(
                FEWEST_ROUNDS,
                stepLimit == null
                        ? nanos / Duration.ofSeconds(settings.roundSeconds()).toNanos()
                        : Math.min(MOST_STEP_ROUNDS, steps / STEPS_OF_A_ROUND));
    }

    /** Rounds at most. */
    int rounds() {
        return rounds;
    }

    /** Whether anything is to be searched at all. */
    boolean isSearchWanted() {
        return steps > 0;
    }

    /** The pace of one of several members in a round. */
    Pace pace(int round, int members, BooleanSupplier isStopped) {
        long mostProposals = steps == Long.MAX_VALUE ? steps : share(steps / members, round);
        long time = nanos;
        if (nanos != Long.MAX_VALUE) {
            time = Math.max(0, nanos - (System.nanoTime() - startedAt)) / (rounds - round);
        }
        return new Pace(mostProposals, time, temperature(round), temperature(round + 1), isStopped);
    }

    private long share(long all, int round) {
        return all * (round + 1) / rounds - all * round / rounds;
    }

    /** Temperature at the start of a round, pence: falls geometrically from the first to the last. */
    private double temperature(int round) {
        double first = settings.startingPence();
        return first * StrictMath.pow(settings.endingPence() / first, (double) round / rounds);
    }
}
