package io.muster.api.simulate;

import io.muster.data.model.DataSet;
import io.muster.data.plan.Plan;

/**
 * A plan in the middle of its season, as the disruptions it answers left the world.
 *
 * @param dataSet the data set with those disruptions, as of the day of the re-plan
 * @param plan the plan, which the auditor has passed
 * @param requirements its requirements, by that audit, as are the next three
 * @param booked those with a booking
 * @param coverageShortfall coverage shortfall
 * @param costPence cost in all, pence
 */
public record PlanInForce(
        DataSet dataSet, Plan plan, int requirements, int booked, long coverageShortfall, long costPence) {}
