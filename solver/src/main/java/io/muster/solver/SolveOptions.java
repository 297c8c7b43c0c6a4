package io.muster.solver;

import io.muster.solver.profile.Profile;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Seed, limits and tuning of a solve.
 *
 * @param seed seed of every random choice
 * @param timeLimit wall-clock time after which the best plan so far is given; null: no limit beside the steps, and
 *     without those a time that grows with the number of requirements
 * @param stepLimit moves evaluated after which the search stops, {@code >= 0}; null: no limit
 * @param settings how the search is tuned
 * @param profile what the search sees in place of the data set's own prices and limits; bounds, and reasons for what is
 *     unbooked, are the data set's all the same
 */
public record SolveOptions(
        long seed, @Nullable Duration timeLimit, @Nullable Long stepLimit, SearchSettings settings, Profile profile) {

    /** Time of a solve where neither a time nor a step limit is given: this much ... */
    private static final Duration LEAST_TIME = Duration.ofSeconds(5);
    /** ... and this much more for each requirement: about a minute for 23,000 people. */
    private static final Duration TIME_PER_REQUIREMENT = Duration.ofNanos(400_000);

    /** Seed and limits, with the default tuning. */
    public SolveOptions(long seed, @Nullable Duration timeLimit, @Nullable Long stepLimit) {
        this(seed, timeLimit, stepLimit, SearchSettings.DEFAULT);
    }

    /** Seed, limits and tuning, with the data set's own prices. */
    public SolveOptions(long seed, @Nullable Duration timeLimit, @Nullable Long stepLimit, SearchSettings settings) {
        this(seed, timeLimit, stepLimit, settings, Profile.NONE);
    }

    /**
     * The same under a profile.
     *
     * @param other the profile
     * @return the options with it
     */
    public SolveOptions with(Profile other) {
        return new SolveOptions(seed, timeLimit, stepLimit, settings, other);
    }

    /**
     * The time limit in force.
     *
     * @param requirements number of requirements, which sets the time where no limit is given
     * @return the time; null: no limit beside the steps
     */
    public @Nullable Duration time(int requirements) {
        return timeLimit == null && stepLimit == null
                ? LEAST_TIME.plus(TIME_PER_REQUIREMENT.multipliedBy(requirements))
                : timeLimit;
    }

    /**
     * What is left of these options for a solve that is taken up again: less time, fewer steps, and a search that is as
     * cool as the share used says.
     *
     * @param spent time used, {@code >= 0}
     * @param moves moves evaluated, {@code >= 0}
     * @param requirements number of requirements
     * @return the options, with a time limit unless there are steps alone
     */
    public SolveOptions after(Duration spent, long moves, int requirements) {
        Duration time = time(requirements);
        double share = 0;
        Duration timeLeft = null;
        if (time != null) {
            timeLeft = spent.compareTo(time) >= 0 ? Duration.ZERO : time.minus(spent);
            share = time.isZero() ? 1 : 1 - (double) timeLeft.toNanos() / time.toNanos();
        }
        Long stepsLeft = null;
        if (stepLimit != null) {
            stepsLeft = Math.max(0, stepLimit - moves);
            share = Math.max(share, stepLimit == 0 ? 1 : 1 - (double) stepsLeft / stepLimit);
        }
        return new SolveOptions(seed, timeLeft, stepsLeft, settings.cooled(share), profile);
    }
}
