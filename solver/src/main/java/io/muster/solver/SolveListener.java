package io.muster.solver;

/** Told how far a solve is. */
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
}
