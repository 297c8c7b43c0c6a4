package io.muster.api.service.plan;

/**
 * How the best plan of a solve stood at a moment.
 *
 * @param millis time solved by then, milliseconds, all attempts together
 * @param phase what was being done, a word
 * @param coverageShortfall coverage shortfall
 * @param costPence cost in all
 * @param booked requirements booked
 */
record PlanScore(long millis, String phase, long coverageShortfall, long costPence, int booked) {}
