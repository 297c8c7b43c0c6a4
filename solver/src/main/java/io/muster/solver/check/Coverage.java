package io.muster.solver.check;

import io.muster.data.plan.ScopeDecision;

/**
 * What DATASET.md section 4 puts first.
 *
 * @param requirements requirements, booked or not
 * @param booked those with a booking that counts
 * @param shortfall sum over the others of 1 + priority
 */
record Coverage(int requirements, int booked, long shortfall) {

    static Coverage of(DataIndex index, PlanIndex plan) {
        int requirements = 0;
        int booked = 0;
        long shortfall = 0;
        for (int cell = 0; cell < index.cells(); cell++) {
            ScopeDecision decision = plan.decisionOf(cell);
            if (decision != null && plan.isRequirement(cell)) {
                requirements++;
                if (plan.bookingsOf(cell).isEmpty()) {
                    shortfall += 1 + decision.priority();
                } else {
                    booked++;
                }
            }
        }
        return new Coverage(requirements, booked, shortfall);
    }
}
