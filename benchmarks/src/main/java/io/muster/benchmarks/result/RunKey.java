package io.muster.benchmarks.result;

import java.util.Comparator;

/**
 * What runs of different seeds have in common: a row of the table.
 *
 * @param caseId the data set
 * @param limit when it stops, such as {@code 60s}
 * @param contender who planned
 * @param settings name of the settings of the search; {@code -} where it has none
 * @param profile name of the profile of weights
 */
public record RunKey(String caseId, String limit, String contender, String settings, String profile)
        implements Comparable<RunKey> {

    /** Stands for the settings of a contender that takes none. */
    public static final String NO_SETTINGS = "-";

    /** How limits that do not depend on the machine end. */
    public static final String MOVES = " moves";

    private static final Comparator<RunKey> ORDER = Comparator.comparing(RunKey::caseId)
            .thenComparing(RunKey::limit)
            .thenComparing(RunKey::contender)
            .thenComparing(RunKey::settings)
            .thenComparing(RunKey::profile);

    @Override
    public int compareTo(RunKey other) {
        return ORDER.compare(this, other);
    }

    /** {@return whether it stops by the clock, so that a faster machine finds a better plan} */
    public boolean stopsByClock() {
        return !limit.endsWith(MOVES);
    }

    /** {@return the key in a line, for people} */
    public String label() {
        return caseId + ", " + limit + ", " + contender + ", settings " + settings + ", profile " + profile;
    }
}
