package io.muster.api.service.plan;

import io.muster.api.plan.Completion;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A plan with what is known of it.
 *
 * @param plan as lists show it
 * @param result what came of it; null: it is not complete
 */
record PlanDetailView(PlanView plan, @Nullable Result result) {

    /**
     * What came of a plan.
     *
     * @param inputHash hash of the data set's content; null where its summary does not say, as are the next two
     * @param solverVersion version of Muster and of the solver
     * @param wallSeconds seconds it took
     * @param unbooked requirements without a booking
     * @param sessionsRun sessions with a booking; null where its summary does not say
     * @param cost pence by line, {@code total} their sum
     * @param bounds what no plan can beat; null where none was computed
     * @param completionByBcu requirements and bookings by BCU
     * @param completionByModule requirements and bookings by module
     * @param trainersUsed different trainers of the sessions that run
     * @param trainers trainers of the data set
     * @param hardViolations violations by rule, all 0
     */
    record Result(
            @Nullable String inputHash,
            @Nullable String solverVersion,
            @Nullable Double wallSeconds,
            int unbooked,
            @Nullable Integer sessionsRun,
            Map<String, Long> cost,
            @Nullable Bounds bounds,
            List<Completion> completionByBcu,
            List<Completion> completionByModule,
            int trainersUsed,
            int trainers,
            Map<String, Long> hardViolations) {}

    /**
     * What no plan can beat.
     *
     * @param coverageShortfall least coverage shortfall of any plan; null: not known
     * @param coverageGap shortfall above it; null: not known
     * @param coverageDerivation how it was derived
     * @param costPence least cost of any plan of the same shortfall; null: not known
     * @param costGap cost above it, as a fraction of it; null: not known
     * @param costDerivation how it was derived
     */
    record Bounds(
            @Nullable Long coverageShortfall,
            @Nullable Long coverageGap,
            String coverageDerivation,
            @Nullable Long costPence,
            @Nullable Double costGap,
            String costDerivation) {}
}
