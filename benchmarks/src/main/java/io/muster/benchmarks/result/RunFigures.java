package io.muster.benchmarks.result;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What was measured of one run. Plan figures are the auditor's, with the data set's own prices; nothing a contender says
 * of its own plan is believed. "From files" counts from the start of reading the data set.
 *
 * @param inputHash hash of the data set
 * @param people staff members of the data set
 * @param requirements requirements, booked or not
 * @param booked requirements with a booking
 * @param shortfall sum over unbooked requirements of 1 + priority
 * @param shortfallBound the least shortfall that any plan has; null: none proven
 * @param costPence cost, pence
 * @param costBoundPence the least cost of any plan of this shortfall, pence; null: none proven
 * @param costByLine pence by cost line, in the catalogue's order
 * @param violations points of hard rules broken, and rows that do not hang together
 * @param violationsByRule those points by rule, rules kept left out
 * @param occupancy bookings over capacity of the sessions that run, a fraction
 * @param sessions sessions that run
 * @param belowMinimum sessions that run with fewer than their module's minimum class
 * @param completionSpread how many percentage points of its requirements the best BCU has booked more than the worst
 * @param travelP90 minutes of one-way travel that 90 of 100 training days away from home base do not exceed
 * @param disturbance share of the reference plan's bookings that are not on the same day here; null: no reference
 * @param loadSeconds reading and checking the files
 * @param scopeSeconds deciding scope
 * @param planSeconds planning, as the contender took
 * @param auditSeconds the audit
 * @param wallSeconds all four
 * @param cpuSeconds processor time of the process in these wall seconds, all threads
 * @param firstPlanSeconds from files to the contender's first full plan (its shortfall is at most half a per cent of the
 *     requirements above the last one's), and an audit
 * @param firstPlanCpuSeconds processor seconds from files to that plan, without the audit
 * @param firstShortfall shortfall of that first plan, in the contender's count
 * @param firstCostPence its cost, pence, in the contender's count
 * @param nearFinalSeconds from files to the first plan with no more shortfall than, and within 1% of the cost of, the
 *     run's last, in the contender's count
 * @param moves moves evaluated; 0: it has no such thing
 * @param movesPerSecond moves a second between the first and the last report
 * @param movesPerCpuSecond moves for each second of the processor, between the same two; what else wanted the processor
 *     does not touch it
 * @param peakHeapBytes sum of the peaks of the heap's pools, garbage included
 * @param liveHeapBytes most heap in use after a garbage collection, which is what was needed; 0: none was needed
 * @param calibrationSeconds seconds of a fixed piece of work in this JVM before and after: how slow and busy the machine
 *     was
 * @param calibrationCpuSeconds processor seconds of it: how slow it was
 * @param seasons what seasons of disruptions made of the plan; null: there were none
 */
public record RunFigures(
        String inputHash,
        int people,
        int requirements,
        int booked,
        long shortfall,
        @Nullable Long shortfallBound,
        long costPence,
        @Nullable Long costBoundPence,
        Map<String, Long> costByLine,
        long violations,
        Map<String, Long> violationsByRule,
        double occupancy,
        int sessions,
        int belowMinimum,
        double completionSpread,
        int travelP90,
        @Nullable Double disturbance,
        double loadSeconds,
        double scopeSeconds,
        double planSeconds,
        double auditSeconds,
        double wallSeconds,
        double cpuSeconds,
        double firstPlanSeconds,
        double firstPlanCpuSeconds,
        long firstShortfall,
        long firstCostPence,
        double nearFinalSeconds,
        long moves,
        double movesPerSecond,
        double movesPerCpuSecond,
        long peakHeapBytes,
        long liveHeapBytes,
        double calibrationSeconds,
        double calibrationCpuSeconds,
        @Nullable SeasonFigures seasons) {

    /** Copies the maps. */
    public RunFigures {
        costByLine = Collections.unmodifiableMap(new LinkedHashMap<>(costByLine));
        violationsByRule = Collections.unmodifiableMap(new TreeMap<>(violationsByRule));
    }

    /** {@return booked over requirements, a fraction; 1 where nothing is required} */
    public double coverage() {
        return requirements == 0 ? 1 : (double) booked / requirements;
    }

    /** {@return by how much the cost may at most be above the least, a fraction of the least; null: no bound} */
    public @Nullable Double gap() {
        return costBoundPence == null || costBoundPence <= 0
                ? null
                : (double) (costPence - costBoundPence) / costBoundPence;
    }
}
