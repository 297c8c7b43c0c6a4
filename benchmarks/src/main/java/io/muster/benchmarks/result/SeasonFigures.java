package io.muster.benchmarks.result;

import org.jspecify.annotations.Nullable;

/**
 * What seasons of disruptions made of a plan, re-planned each Monday: medians over the seasons.
 *
 * @param seasons how many seasons there were
 * @param reached how many of them reached the programme's target completion
 * @param p50Days days from the programme's first until half of them reached it; null: they did not
 * @param p80Days days until four in five of them did; null: they did not
 * @param attended requirements attended at the end, a fraction
 * @param peopleMoved people with a booking moved or dropped
 * @param changePence price of all changes
 * @param spendPence rooms and trainers
 * @param replanP95Seconds seconds that 95 of 100 re-plans did not exceed
 */
public record SeasonFigures(
        int seasons,
        int reached,
        @Nullable Integer p50Days,
        @Nullable Integer p80Days,
        double attended,
        long peopleMoved,
        long changePence,
        long spendPence,
        double replanP95Seconds) {}
