package io.muster.solver.simulate;

import io.muster.data.model.StaffMember;
import io.muster.data.plan.Disruption;
import java.time.LocalDate;
import java.util.List;

/**
 * What becomes known on a Monday, whatever the plan.
 *
 * @param monday the Monday
 * @param disruptions what happened, people who joined among them
 * @param joiners the rows of those who joined
 * @param noShowPct per cent of the week's people and days with a booking who do not turn up
 * @param withdrawalPct per cent of them who withdraw on the Monday
 */
record WorldWeek(
        LocalDate monday,
        List<Disruption> disruptions,
        List<StaffMember> joiners,
        double noShowPct,
        double withdrawalPct) {

    WorldWeek {
        disruptions = List.copyOf(disruptions);
        joiners = List.copyOf(joiners);
    }
}
