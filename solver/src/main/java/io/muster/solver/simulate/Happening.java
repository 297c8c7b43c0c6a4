package io.muster.solver.simulate;

/**
 * A kind of disruption: how often, how soon and for how long.
 *
 * @param count how many; of what, and in which time, says {@link DisruptionRates}
 * @param leadDays days from the Monday on which it is known to its first day
 * @param days days it lasts, at least 1; without meaning for people who join, leave or move
 */
public record Happening(Range count, Range leadDays, Range days) {

    /** Refuses what lasts less than a day. */
    public Happening {
        if (days.min() < 1) {
            throw new IllegalArgumentException("a disruption lasts at least 1 day, not " + days.min());
        }
    }
}
