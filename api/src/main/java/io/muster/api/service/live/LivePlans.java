package io.muster.api.service.live;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.muster.api.error.BadInputException;
import io.muster.api.plan.PlanFolder;
import io.muster.api.service.content.Contents;
import io.muster.api.service.dataset.DataSetCache;
import io.muster.api.service.dataset.DataSets;
import io.muster.api.service.dataset.Revision;
import io.muster.api.service.plan.Plans;
import io.muster.api.service.plan.StoredPlan;
import io.muster.api.service.web.ProblemException;
import io.muster.data.disruption.Disruptions;
import io.muster.data.io.DisruptionReader;
import io.muster.data.model.DataSet;
import io.muster.data.plan.Disruption;
import io.muster.data.plan.Plan;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Component;

/**
 * Data sets and plans in memory, a few at a time. The first question about one loads it, which takes seconds at full size;
 * all later ones find it.
 */
@Component
public class LivePlans {
    private final Contents contents;
    private final DataSets dataSets;
    private final Plans plans;
    private final DataSetCache dataSetCache;
    private final Cache<String, LivePlan> planByContent;

    LivePlans(Contents contents, DataSets dataSets, DataSetCache dataSetCache, Plans plans, LiveSettings settings) {
        this.contents = contents;
        this.dataSets = dataSets;
        this.dataSetCache = dataSetCache;
        this.plans = plans;
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
        StoredPlan stored = plans.get(planId);
        // Publishing gives a plan another content: its rows say so then.
        return planByContent.get(planId + "/" + stored.content(), key -> load(stored));
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

    private DataSet disrupted(StoredPlan stored, DataSet dataSet) {
        if (stored.disruptions() == null || stored.asOf() == null || stored.parentId() == null) {
            return dataSet;
        }
        Plan baseline = PlanFolder.read(
                contents.file(
                        Objects.requireNonNull(plans.get(stored.parentId()).content()), ".zip"),
                new ArrayList<>());
        var read = DisruptionReader.read(contents.file(stored.disruptions(), ".csv"), dataSet, baseline);
        List<Disruption> disruptions = read.disruptions().orElseThrow(() -> new BadInputException(read.issues()));
        return Disruptions.apply(dataSet, stored.asOf(), disruptions, baseline).dataSet();
    }
}
