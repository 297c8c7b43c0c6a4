package io.muster.api.service.booking;

import io.muster.api.service.access.Caller;
import io.muster.api.service.live.LivePlan;
import io.muster.api.service.live.LivePlans;
import io.muster.api.service.plan.Plans;
import io.muster.api.service.plan.StoredPlan;
import org.springframework.stereotype.Component;

/**
 * A plan as a caller reads it.
 *
 * @param live the plan
 * @param lists its lists
 * @param views makes views of its rows
 * @param sight what the caller may see
 */
record Reading(LivePlan live, PlanLists lists, Views views, Sight sight) {

    /** Opens plans for callers. */
    @Component
    static class Desk {
        private final Plans plans;
        private final LivePlans livePlans;

        Desk(Plans plans, LivePlans livePlans) {
            this.plans = plans;
            this.livePlans = livePlans;
        }

        /** Opens a plan; 404 when there is none that the caller may see, 409 when it is not complete. */
        Reading open(String planId, Caller caller) {
            StoredPlan stored = plans.get(planId);
            LivePlan live = livePlans.get(stored);
            Sight sight = Sight.of(caller, live, stored.state());
            return new Reading(live, PlanLists.of(live), Views.of(live), sight);
        }
    }
}
