package io.muster.solver;

import io.muster.data.plan.Booking;
import io.muster.data.plan.SessionRow;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** Told how far a solve is, and asked whether it is to end. */
@FunctionalInterface
public interface SolveListener {

    /**
     * Reports progress.
     *
     * @param phase what is being done, a word or two
     * @param fraction share of the phase that is done, 0 to 1; NaN: unknown
     * @param coverageShortfall sum over unbooked requirements of 1 + priority, so far
     * @param costPence cost so far, pence
     * @param booked requirements booked so far
     * @param requirements requirements, booked or not
     */
    void progress(String phase, double fraction, long coverageShortfall, long costPence, int booked, int requirements);

    /**
     * Asked thousands of times a second, by every thread that works, whether the solve is to end with the best plan it
     * has: to be answered at once, and once true always. What it throws ends the solve without a plan.
     *
     * @return whether to end
     */
    default boolean isStopped() {
        return false;
    }

    /**
     * Hears of a better plan, at most a few times a second, in the thread that solves.
     *
     * @param best gives its rows, at any time and in any thread; making them takes a moment, so only on demand
     */
    default void improved(Supplier<BestSoFar> best) {
        // Most have no use for half-finished plans.
    }

    /**
     * Hears how fast the search is, every few seconds, in any thread that works.
     *
     * @param moves moves evaluated since this search began, never fewer than before
     */
    default void searched(long moves) {
        // Most do not measure.
    }

    /**
     * The best plan of a solve that goes on: valid, and a start for {@link PlanSolver#resume}.
     *
     * @param sessions sessions with a booking, by id
     * @param bookings bookings, by staff member and module
     * @param moves moves that the search had evaluated by then, those of its last seconds left out
     * @param cost pence by cost line, in the catalogue's order, at the prices that the search goes by
     */
    record BestSoFar(List<SessionRow> sessions, List<Booking> bookings, long moves, Map<String, Long> cost) {

        /** Copies what it is given. */
        public BestSoFar {
            sessions = List.copyOf(sessions);
            bookings = List.copyOf(bookings);
            cost = Collections.unmodifiableMap(new LinkedHashMap<>(cost));
        }
    }
}
