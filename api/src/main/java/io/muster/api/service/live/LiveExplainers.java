package io.muster.api.service.live;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.muster.api.dataset.DataSetService;
import io.muster.api.dataset.LoadedDataSet;
import io.muster.api.explain.ExplainService;
import io.muster.api.explain.OpenPlan;
import io.muster.api.scope.ScopingService;
import io.muster.api.service.content.Contents;
import io.muster.api.service.dataset.DataSets;
import io.muster.api.service.dataset.Revision;
import io.muster.api.service.plan.Plans;
import io.muster.api.service.plan.StoredPlan;
import io.muster.data.plan.Plan;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Plans that are open for questions, very few at a time. Opening one takes seconds at full size and is done once, whoever
 * asks waiting for it, and one after the other; each question then takes milliseconds.
 */
@Component
public class LiveExplainers {
    private final LivePlans livePlans;
    private final Baselines baselines;
    private final Plans plans;
    private final DataSets dataSets;
    private final Contents contents;
    private final ExplainService explaining;
    private final Object opening = new Object();
    private final Cache<Key, OpenPlan> openByKey;

    LiveExplainers(
            LivePlans livePlans,
            Baselines baselines,
            Plans plans,
            DataSets dataSets,
            Contents contents,
            ScopingService scoping,
            LiveSettings settings) {
        this.livePlans = livePlans;
        this.baselines = baselines;
        this.plans = plans;
        this.dataSets = dataSets;
        this.contents = contents;
        explaining = new ExplainService(new DataSetService(), scoping);
        openByKey = Caffeine.newBuilder()
                .maximumSize(settings.explainers())
                .executor(Runnable::run)
                .build();
    }

    /** What a plan that is open depends on: publishing it gives it another content and makes it its own baseline. */
    private record Key(
            String planId,
            @Nullable String content,
            @Nullable String baselineId,
            @Nullable LocalDate asOf) {}

    /** {@return answers questions about open plans} */
    public ExplainService explaining() {
        return explaining;
    }

    /**
     * Opens a plan for questions.
     *
     * @param plan the plan as it is stored now
     * @param asOf of a published plan, the day from which it is looked at; null: the day of its re-plan, or its programme's.
     *     Of any other plan it does not matter
     * @return the open plan
     * @throws io.muster.api.service.web.ProblemException 409 when it is not complete
     */
    public OpenPlan open(StoredPlan plan, @Nullable LocalDate asOf) {
        String baseline = baselines.find(plan).orElse(null);
        boolean isOwn = plan.id().equals(baseline);
        Key key = new Key(plan.id(), plan.content(), baseline, isOwn && asOf != null ? asOf : plan.asOf());
        return openByKey.get(key, any -> {
            synchronized (opening) {
                return open(plan, key);
            }
        });
    }

    private OpenPlan open(StoredPlan stored, Key key) {
        LivePlan live = livePlans.get(stored);
        Revision revision = dataSets.revision(stored.dataSetId(), stored.revision());
        String inputHash = Objects.requireNonNull(revision.inputHash(), "a planned revision is ready");
        if (key.baselineId() == null) {
            return explaining.openDraft(
                    new LoadedDataSet(live.dataSet(), List.of(), inputHash), live.plan(), List.of());
        }
        if (key.baselineId().equals(stored.id())) {
            return explaining.openPublished(
                    new LoadedDataSet(live.dataSet(), List.of(), inputHash),
                    live.plan(),
                    null,
                    null,
                    key.asOf(),
                    List.of());
        }
        StoredPlan baseline = plans.get(key.baselineId());
        Plan published = livePlans.rows(baseline);
        // Disruptions that the published plan was made for are settled in it: only what they left of the data set
        // holds.
        boolean isSettled = Objects.equals(baseline.disruptions(), stored.disruptions());
        return explaining.openPublished(
                new LoadedDataSet(isSettled ? live.dataSet() : livePlans.dataSet(revision), List.of(), inputHash),
                live.plan(),
                published,
                isSettled ? null : disruptions(stored),
                key.asOf(),
                List.of());
    }

    private @Nullable Path disruptions(StoredPlan stored) {
        return stored.disruptions() == null ? null : contents.file(stored.disruptions(), ".csv");
    }
}
