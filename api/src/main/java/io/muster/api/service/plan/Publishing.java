package io.muster.api.service.plan;

import io.muster.api.service.trail.Trail;
import io.muster.api.service.web.ProblemException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Makes a plan the one that holds for its data set. */
@Component
public class Publishing {
    private final JdbcClient jdbc;
    private final Plans plans;
    private final Trail trail;
    private final Clock clock;

    Publishing(JdbcClient jdbc, Plans plans, Trail trail, Clock clock) {
        this.jdbc = jdbc;
        this.plans = plans;
        this.trail = trail;
        this.clock = clock;
    }

    /**
     * Publishes a draft in place of the plan that holds now. To be called in a transaction; nobody else publishes for the
     * data set until it ends.
     *
     * @param draft the plan as it was read
     * @param expected id of the plan that holds now; null: none does
     * @param note why, for people; possibly empty
     * @param userId who publishes
     * @throws ProblemException 409 {@code plan-superseded} when another plan holds, {@code plan-not-draft} when the plan
     *     is no draft any more
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void publish(StoredPlan draft, @Nullable String expected, String note, String userId) {
        jdbc.sql("select id from data_set where id = ? for update")
                .param(draft.dataSetId())
                .query(String.class)
                .single();
        StoredPlan former = plans.findPublished(draft.dataSetId()).orElse(null);
        if (!Objects.equals(expected, former == null ? null : former.id())) {
            throw ProblemException.conflict(
                    "plan-superseded",
                    "Another plan was published since plan '" + draft.id() + "' was made; make it anew from that one.");
        }
        if (draft.state() != PlanState.DRAFT || !plans.move(draft, PlanState.PUBLISHED)) {
            throw ProblemException.conflict(
                    "plan-not-draft", "Plan '" + draft.id() + "' is no draft any more; look at it again.");
        }
        if (former != null && !plans.move(former, PlanState.SUPERSEDED)) {
            throw ProblemException.conflict(
                    "plan-superseded", "Another plan is being published; look at the data set again.");
        }
        jdbc.sql("insert into publication (data_set_id, number, plan_id, note, checklist, published_at, published_by)"
                        + " select ?, coalesce(max(number), 0) + 1, ?, ?, null, ?, ? from publication"
                        + " where data_set_id = ?")
                .params(
                        draft.dataSetId(),
                        draft.id(),
                        note,
                        clock.instant().atOffset(ZoneOffset.UTC),
                        userId,
                        draft.dataSetId())
                .update();
        trail.write(
                userId,
                "PLAN_PUBLISHED",
                "plan/" + draft.id(),
                "rule set " + draft.ruleSetId() + " " + draft.ruleSetHash() + ", seed " + draft.seed()
                        + ", in place of " + (former == null ? "none" : former.id()));
    }
}
