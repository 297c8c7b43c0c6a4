package io.muster.solver.replan;

import io.muster.data.model.DataSet;
import io.muster.data.plan.BookingKey;
import io.muster.data.plan.Disruption;
import io.muster.data.plan.Plan;
import io.muster.data.plan.ScopeDecision;
import io.muster.solver.SolveOptions;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Asks for a re-plan.
 *
 * @param dataSet the data set with the disruptions applied; its {@code asOf} is the day of the re-plan
 * @param scope a decision for each staff member and module of it
 * @param baseline the published plan
 * @param disruptions what happened: changes name the one that caused them
 * @param broken keys of the baseline bookings that the disruptions broke
 * @param cancelledSessions ids of sessions that may not run again
 * @param voided keys of the baseline bookings that may not be kept: of cancelled sessions, and no-shows
 * @param pinned keys of the baseline bookings that stay unless broken, whatever that costs
 * @param maxMoved most baseline bookings that may be moved or dropped though nothing broke them; null: no limit
 * @param policy what it is good for
 * @param options seed and limits of the search, where the policy searches
 */
public record ReplanRequest(
        DataSet dataSet,
        List<ScopeDecision> scope,
        Plan baseline,
        List<Disruption> disruptions,
        Set<BookingKey> broken,
        Set<String> cancelledSessions,
        Set<BookingKey> voided,
        Set<BookingKey> pinned,
        @Nullable Integer maxMoved,
        ReplanPolicy policy,
        SolveOptions options) {

    /** Copies the collections. */
    public ReplanRequest {
        scope = List.copyOf(scope);
        disruptions = List.copyOf(disruptions);
        broken = Set.copyOf(broken);
        cancelledSessions = Set.copyOf(cancelledSessions);
        voided = Set.copyOf(voided);
        pinned = Set.copyOf(pinned);
    }
}
