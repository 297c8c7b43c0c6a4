package io.muster.api.service.publication;

import io.muster.api.service.web.PageView;
import io.muster.solver.explain.PlanDifference;
import java.util.Map;

/**
 * What differs between two plans.
 *
 * @param from the first plan
 * @param to the second plan
 * @param total how many bookings differ in which way
 * @param byBcu the same by BCU
 * @param byTeam the same by team; teams without a difference are left out
 * @param byModule the same by module
 * @param sessionsOnlyBefore sessions that run in the first plan only
 * @param sessionsOnlyAfter sessions that run in the second plan only
 * @param cost cost lines in pence
 * @param people bookings that differ, those whom the caller may see
 */
record DifferenceView(
        String from,
        String to,
        PlanDifference.Counts total,
        Map<String, PlanDifference.Counts> byBcu,
        Map<String, PlanDifference.Counts> byTeam,
        Map<String, PlanDifference.Counts> byModule,
        int sessionsOnlyBefore,
        int sessionsOnlyAfter,
        Map<String, PlanDifference.CostChange> cost,
        PageView<PlanDifference.BookingChange> people) {}
