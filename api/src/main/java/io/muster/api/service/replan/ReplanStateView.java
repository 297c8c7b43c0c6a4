package io.muster.api.service.replan;

import io.muster.api.service.job.JobView;
import io.muster.api.service.plan.PlanState;
import io.muster.solver.replan.ReplanPolicy;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A re-plan as the API shows it.
 *
 * @param id its id
 * @param dataSetId the data set
 * @param revision revision of the data set
 * @param parentId the published plan it repairs
 * @param asOf its day
 * @param policies what its options are to be good for
 * @param state where it stands
 * @param isOutdated whether another plan was published since, so that no option can be accepted
 * @param job how far its job is
 * @param disruptionsAnswered how many disruptions it is the first to answer
 * @param start what it started from; null: not ready
 * @param options its options side by side; empty: not ready
 * @param acceptedPlanId the option that was accepted; null: none
 * @param createdAt when it was asked for
 * @param createdBy who asked
 */
record ReplanStateView(
        String id,
        String dataSetId,
        int revision,
        String parentId,
        LocalDate asOf,
        List<ReplanPolicy> policies,
        State state,
        boolean isOutdated,
        JobView job,
        int disruptionsAnswered,
        @Nullable HitFigures start,
        List<OptionView> options,
        @Nullable String acceptedPlanId,
        Instant createdAt,
        String createdBy) {

    /** Where a re-plan stands. */
    enum State {
        /** Its job waits. */
        QUEUED,
        /** Its job is at work. */
        RUNNING,
        /** Its options are there. */
        READY,
        /** One of them was published. */
        ACCEPTED,
        /** It was stopped before there was an option. */
        CANCELLED,
        /** Its job failed. */
        FAILED
    }

    /**
     * An option.
     *
     * @param planId the plan
     * @param policy what it is good for
     * @param state where the plan stands
     * @param requirements requirements
     * @param booked those of them booked
     * @param coverageShortfall coverage shortfall
     * @param costPence cost in all
     * @param costByLine cost by line
     * @param occupancy bookings over capacity of the sessions that run, a fraction
     * @param changes what changes for people
     */
    record OptionView(
            String planId,
            ReplanPolicy policy,
            PlanState state,
            int requirements,
            int booked,
            long coverageShortfall,
            long costPence,
            Map<String, Long> costByLine,
            double occupancy,
            OptionFigures changes) {}
}
