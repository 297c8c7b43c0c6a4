package io.muster.solver.check;

import io.muster.data.plan.ScopeDecision;
import java.time.LocalDate;

/**
 * What DATASET.md section 4 puts first.
 *
 * @param requirements requirements, booked or not
 * @param booked those with a booking that counts
 * @param shortfall sum over the others of 1 + priority
 */
record Coverage(int requirements, int booked, long shortfall) {

    static Coverage of(PlanIndex plan, LocalDate lastDay) {
        int requirements = 0;
        int booked = 0;
        long shortfall = 0;
        for (var entry : plan.decisions().entrySet()) {
            ScopeDecision decision = entry.getValue();
            if (decision.isRequirement(lastDay)) {
                requirements++;
                if (plan.bookingsOf(entry.getKey()).isEmpty()) {
                    shortfall += 1 + decision.priority();
                } else {
                    booked++;
                }
            }
        }
        return new Coverage(requirements, booked, shortfall);
    }
}
