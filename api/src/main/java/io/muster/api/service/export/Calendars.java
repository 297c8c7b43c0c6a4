package io.muster.api.service.export;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.muster.api.plan.PlanFolder;
import io.muster.api.service.content.Contents;
import io.muster.api.service.dataset.DataSets;
import io.muster.api.service.dataset.Revision;
import io.muster.api.service.live.LivePlans;
import io.muster.api.service.plan.Plans;
import io.muster.api.service.plan.StoredPlan;
import io.muster.api.service.web.ProblemException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What was published of the data sets in the database, as calendars see it. The first question reads all publications. */
@Component
class Calendars {
    private static final int KEPT = 2;

    private final JdbcClient jdbc;
    private final Plans plans;
    private final DataSets dataSets;
    private final LivePlans livePlans;
    private final Contents contents;
    private final Cache<String, CalendarHistory> histories =
            Caffeine.newBuilder().maximumSize(KEPT).build();

    Calendars(JdbcClient jdbc, Plans plans, DataSets dataSets, LivePlans livePlans, Contents contents) {
        this.jdbc = jdbc;
        this.plans = plans;
        this.dataSets = dataSets;
        this.livePlans = livePlans;
        this.contents = contents;
    }

    private record Publication(int number, String planId, Instant at) {}

    private CalendarHistory history(String dataSetId) {
        CalendarHistory history = histories.get(dataSetId, CalendarHistory::new);
        synchronized (history) {
            jdbc.sql("select number, plan_id, published_at from publication where data_set_id = ? and number > ?"
                            + " order by number")
                    .params(dataSetId, history.last())
                    .query((row, index) -> new Publication(
                            row.getInt(1),
                            row.getString(2),
                            row.getObject(3, OffsetDateTime.class).toInstant()))
                    .list()
                    .forEach(publication -> add(history, publication));
        }
        return history;
    }

    private void add(CalendarHistory history, Publication publication) {
        StoredPlan plan = plans.get(publication.planId());
        String content = Objects.requireNonNull(plan.content(), "only complete plans are published");
        history.add(
                publication.number(),
                publication.at(),
                livePlans.dataSet(dataSets.revision(plan.dataSetId(), plan.revision())),
                PlanFolder.read(contents.file(content, ".zip"), new ArrayList<>()));
    }

    /**
     * Calendars as a plan was published last.
     *
     * @param planId the plan
     * @return where they come from
     * @throws ProblemException 404 when there is no such plan, 409 when it was never published
     */
    CalendarSource ofPlan(String planId) {
        StoredPlan plan = plans.get(planId);
        List<Integer> numbers = jdbc.sql("select number from publication where data_set_id = ? and plan_id = ?"
                        + " order by number desc")
                .params(plan.dataSetId(), plan.id())
                .query(Integer.class)
                .list();
        if (numbers.isEmpty()) {
            throw ProblemException.conflict(
                    "plan-not-published",
                    "Plan '" + planId + "' was never published; only what is published has calendars.");
        }
        return new CalendarSource(
                history(plan.dataSetId()),
                numbers.get(0),
                livePlans.dataSet(dataSets.revision(plan.dataSetId(), plan.revision())));
    }

    /**
     * Calendars of a data set as they stand.
     *
     * @param dataSetId the data set
     * @return where they come from
     * @throws ProblemException 404 when there is no such data set, 409 when none of its revisions is ready
     */
    CalendarSource ofDataSet(String dataSetId) {
        dataSets.get(dataSetId);
        Revision revision = dataSets.findLatestReady(dataSetId)
                .orElseThrow(() -> ProblemException.conflict(
                        "revision-not-ready", "Data set '" + dataSetId + "' has no revision that is ready."));
        return new CalendarSource(history(dataSetId), Integer.MAX_VALUE, livePlans.dataSet(revision));
    }
}
