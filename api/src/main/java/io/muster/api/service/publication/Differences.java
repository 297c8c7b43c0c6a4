package io.muster.api.service.publication;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.muster.api.service.live.LivePlan;
import io.muster.api.service.live.LivePlans;
import io.muster.api.service.plan.Plans;
import io.muster.api.service.plan.StoredPlan;
import io.muster.api.service.web.ProblemException;
import io.muster.solver.explain.PlanComparer;
import io.muster.solver.explain.PlanDifference;
import org.springframework.stereotype.Component;

/** Compares complete plans; a few comparisons are kept, as their people are read page by page. */
@Component
class Differences {
    private static final int KEPT = 4;

    private final Plans plans;
    private final LivePlans livePlans;
    private final PlanAudits audits;
    private final Cache<Pair, PlanDifference> differences =
            Caffeine.newBuilder().maximumSize(KEPT).build();

    Differences(Plans plans, LivePlans livePlans, PlanAudits audits) {
        this.plans = plans;
        this.livePlans = livePlans;
        this.audits = audits;
    }

    private record Pair(String from, String to) {}

    /** What differs between two plans of one data set; 409 when they are not, or not complete. */
    PlanDifference between(String from, String to) {
        StoredPlan first = plans.get(from);
        StoredPlan second = plans.get(to);
        if (!first.dataSetId().equals(second.dataSetId())) {
            throw ProblemException.conflict(
                    "plans-not-comparable",
                    "The two plans are of different data sets; only plans of one are compared.");
        }
        return differences.get(new Pair(from, to), pair -> compare(first, second));
    }

    private PlanDifference compare(StoredPlan first, StoredPlan second) {
        LivePlan before = livePlans.get(first.id());
        LivePlan after = livePlans.get(second.id());
        return new PlanComparer(after.dataSet())
                .compare(before.plan(), audits.of(first), after.plan(), audits.of(second));
    }
}
