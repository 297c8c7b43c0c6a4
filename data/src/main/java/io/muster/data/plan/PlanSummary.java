package io.muster.data.plan;

import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The figures of a plan ({@code summary.json}).
 *
 * @param programmeId the programme
 * @param ruleSetId the rule set that decided scope
 * @param ruleSetHash hash of the rule set's files
 * @param inputHash hash of the data set's content, the same for folder, zip and workbook
 * @param solverVersion version of Muster and of the solver
 * @param seed seed of the run
 * @param profile profile of weights that the plan was made by; null: the data set's own prices, and the
 *     key is not written
 * @param wallSeconds wall-clock seconds of the run: the one figure that differs between equal runs
 * @param requirements requirements, booked or not
 * @param booked requirements with a booking that counts
 * @param unbooked the others
 * @param coverageShortfall sum over unbooked requirements of 1 + priority
 * @param cost pence by line, key {@code total} for their sum (DATASET.md section 4)
 * @param lowerBounds proven bounds; null where none was computed
 * @param occupancy bookings over capacity of the sessions that run, as a fraction; 0 when none runs
 * @param sessionsRun sessions with a booking
 * @param hardViolations violations by rule id, H01 to H18; all 0 in a plan that is written
 */
public record PlanSummary(
        String programmeId,
        String ruleSetId,
        String ruleSetHash,
        String inputHash,
        String solverVersion,
        long seed,
        @Nullable String profile,
        double wallSeconds,
        int requirements,
        int booked,
        int unbooked,
        long coverageShortfall,
        Map<String, Long> cost,
        LowerBounds lowerBounds,
        double occupancy,
        int sessionsRun,
        Map<String, Long> hardViolations) {

    /** Proven lower bounds of a plan's two objectives, each with how it was derived. */
    public record LowerBounds(
            @Nullable Long coverageShortfall, @Nullable Long cost, String coverageDerivation, String costDerivation) {}

    /** Keeps {@code cost} in its given order and sorts {@code hardViolations}. */
    public PlanSummary {
        cost = java.util.Collections.unmodifiableMap(new java.util.LinkedHashMap<>(cost));
        hardViolations = java.util.Collections.unmodifiableMap(new TreeMap<>(hardViolations));
    }
}
