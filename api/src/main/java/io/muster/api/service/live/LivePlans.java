package io.muster.api.service.live;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.muster.api.plan.PlanFolder;
import io.muster.api.plan.ReplanBasis;
import io.muster.api.service.content.Contents;
import io.muster.api.service.dataset.DataSetCache;
import io.muster.api.service.dataset.DataSets;
import io.muster.api.service.dataset.Revision;
import io.muster.api.service.plan.Plans;
import io.muster.api.service.plan.StoredPlan;
import io.muster.api.service.web.ProblemException;
import io.muster.data.disruption.Disruptions;
import io.muster.data.model.DataSet;
import io.muster.data.plan.Plan;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/**
 * Data sets and plans in memory, a few at a time. The first question about one loads it, which takes seconds at full size;
 * all later ones find it.
 */
@Component
public class LivePlans implements DisposableBean {
    private static final Logger LOG = LoggerFactory.getLogger(LivePlans.class);
    private static final Plan NOTHING = new Plan(List.of(), List.of(), List.of(), List.of(), List.of(), null);

    private final Contents contents;
    private final DataSets dataSets;
    private final Plans plans;
    private final DataSetCache dataSetCache;
    private final Baselines baselines;
    private final Cache<String, LivePlan> planByContent;
    private final Set<String> prepared = ConcurrentHashMap.newKeySet();
    private final ExecutorService soon = Executors.newSingleThreadExecutor(task -> {
        Thread thread = new Thread(task, "plan-loader");
        thread.setDaemon(true);
        return thread;
    });

    LivePlans(
            Contents contents,
            DataSets dataSets,
            DataSetCache dataSetCache,
            Plans plans,
            Baselines baselines,
            LiveSettings settings) {
        this.contents = contents;
        this.dataSets = dataSets;
        this.dataSetCache = dataSetCache;
        this.plans = plans;
        this.baselines = baselines;
        planByContent = Caffeine.newBuilder().maximumSize(settings.plans()).build();
    }

    /**
     * A revision of a data set.
     *
     * @param revision the revision
     * @return the data set
     * @throws ProblemException 409 when it is not ready
     */
    public DataSet dataSet(Revision revision) {
        return dataSetCache.get(revision);
    }

    /**
     * A plan.
     *
     * @param planId the plan
     * @return the plan in memory
     * @throws ProblemException 404 when there is none, 409 when it is not complete
     */
    public LivePlan get(String planId) {
        return get(plans.get(planId));
    }

    /**
     * A plan.
     *
     * @param stored the plan as it is stored now
     * @return the plan in memory
     * @throws ProblemException 409 when it is not complete
     */
    public LivePlan get(StoredPlan stored) {
        return planByContent.get(key(stored), key -> load(stored));
    }

    /**
     * Has a plan loaded soon, so that the first question about it does not wait.
     *
     * @param stored the plan as it is stored now; nothing happens where it is not complete or in memory already
     */
    public void prepare(StoredPlan stored) {
        String key = key(stored);
        if (stored.content() == null || planByContent.asMap().containsKey(key) || !prepared.add(key)) {
            return;
        }
        soon.execute(() -> {
            try {
                get(stored);
            } catch (RuntimeException e) {
                LOG.warn(
                        "plan {} was not loaded ahead of time: {}",
                        stored.id(),
                        e.getClass().getSimpleName());
            } finally {
                prepared.remove(key);
            }
        });
    }

    @Override
    public void destroy() {
        soon.shutdownNow();
    }

    /** Publishing gives a plan another content: its rows say so then. */
    private static String key(StoredPlan stored) {
        return stored.id() + "/" + stored.content();
    }

    private LivePlan load(StoredPlan stored) {
        String content = stored.content();
        if (content == null) {
            throw ProblemException.conflict(
                    "plan-not-complete",
                    "Plan '" + stored.id() + "' is " + stored.state() + "; there is nothing to read.");
        }
        Plan plan = PlanFolder.read(contents.file(content, ".zip"), new ArrayList<>());
        DataSet dataSet = dataSet(dataSets.revision(stored.dataSetId(), stored.revision()));
        return LivePlan.of(stored, disrupted(stored, dataSet), plan);
    }

    /**
     * The rows of a plan; unlike {@link #get} it is not kept in memory for this.
     *
     * @param stored the plan, complete
     * @return its rows
     */
    Plan rows(StoredPlan stored) {
        LivePlan live = planByContent.getIfPresent(key(stored));
        return live != null
                ? live.plan()
                : PlanFolder.read(
                        contents.file(Objects.requireNonNull(stored.content(), "a complete plan"), ".zip"),
                        new ArrayList<>());
    }

    private DataSet disrupted(StoredPlan stored, DataSet dataSet) {
        String origin = baselines.findOrigin(stored).orElse(null);
        if (origin == null) {
            return dataSet;
        }
        StoredPlan published = plans.get(origin);
        LocalDate asOf = stored.asOf();
        if (!isSettled(stored, published)) {
            Path disruptions = contents.file(Objects.requireNonNull(stored.disruptions()), ".csv");
            return ReplanBasis.read(dataSet, rows(published), disruptions, asOf, new ArrayList<>())
                    .dataSet();
        }
        DataSet before = disrupted(published, dataSet);
        return asOf == null
                ? before
                : Disruptions.apply(before, asOf, List.of(), NOTHING).dataSet();
    }

    /** Whether a plan answers nothing that the published one it follows did not: what that one voided is gone. */
    static boolean isSettled(StoredPlan stored, StoredPlan published) {
        return stored.disruptions() == null || stored.disruptions().equals(published.disruptions());
    }
}
