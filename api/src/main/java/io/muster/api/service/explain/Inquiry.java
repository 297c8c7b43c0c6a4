package io.muster.api.service.explain;

import io.muster.api.explain.OpenPlan;
import io.muster.api.service.access.Caller;
import io.muster.api.service.booking.Sight;
import io.muster.api.service.live.LiveExplainers;
import io.muster.api.service.live.LivePlan;
import io.muster.api.service.live.LivePlans;
import io.muster.api.service.plan.Plans;
import io.muster.api.service.plan.StoredPlan;
import java.time.LocalDate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * A caller's question about a plan.
 *
 * @param stored the plan as it is stored now
 * @param live the plan in memory
 * @param sight what the caller may see
 * @param answers makes views
 * @param opening opens the plan for questions, which takes its time the first time
 */
public record Inquiry(StoredPlan stored, LivePlan live, Sight sight, Answers answers, Supplier<OpenPlan> opening) {

    /** {@return the plan, open for questions} */
    public OpenPlan open() {
        return opening.get();
    }

    /** Where inquiries are made. */
    @Component
    public static class Desk {
        private final Plans plans;
        private final LivePlans livePlans;
        private final LiveExplainers explainers;

        Desk(Plans plans, LivePlans livePlans, LiveExplainers explainers) {
            this.plans = plans;
            this.livePlans = livePlans;
            this.explainers = explainers;
        }

        /**
         * Begins an inquiry.
         *
         * @param planId the plan
         * @param asOf of a published plan, the day from which it is looked at; null: that of its re-plan, or its
         *     programme's
         * @param caller who asks
         * @return the inquiry
         * @throws io.muster.api.service.web.ProblemException 404 when there is no plan that the caller may see, 409 when it
         *     is not complete
         */
        public Inquiry about(String planId, @Nullable LocalDate asOf, Caller caller) {
            StoredPlan stored = plans.get(planId);
            LivePlan live = livePlans.get(stored);
            Sight sight = Sight.of(caller, live, stored.state());
            return new Inquiry(stored, live, sight, new Answers(live, sight), () -> explainers.open(stored, asOf));
        }
    }
}
