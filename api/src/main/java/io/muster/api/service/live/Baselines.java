package io.muster.api.service.live;

import io.muster.api.service.plan.PlanState;
import io.muster.api.service.plan.StoredPlan;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Which published plan a plan is judged against: one that was published, itself; a re-plan, its parent; one made by hand,
 * what its parent was judged against at the time; any other, none.
 */
@Component
public class Baselines {
    private final JdbcClient jdbc;

    Baselines(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * The plan that a plan was made from, as it was published: the one its disruptions happened to.
     *
     * @param plan the plan
     * @return id of the published plan; empty: none
     */
    public Optional<String> findOrigin(StoredPlan plan) {
        return plan.kind() == StoredPlan.Kind.REPLAN
                ? Optional.ofNullable(plan.parentId())
                : jdbc.sql("select baseline_id from plan_baseline where plan_id = ?")
                        .param(plan.id())
                        .query(String.class)
                        .optional();
    }

    /**
     * The plan that changes of a plan are changes of, as things stand.
     *
     * @param plan the plan
     * @return id of the published plan, possibly the plan's own; empty: none
     */
    public Optional<String> find(StoredPlan plan) {
        return plan.state() == PlanState.PUBLISHED || plan.state() == PlanState.SUPERSEDED
                ? Optional.of(plan.id())
                : findOrigin(plan);
    }

    /**
     * Notes what a plan made by hand is judged against.
     *
     * @param planId the plan, which has no such note yet
     * @param baselineId the published plan
     */
    public void add(String planId, String baselineId) {
        jdbc.sql("insert into plan_baseline (plan_id, baseline_id) values (?, ?)")
                .params(planId, baselineId)
                .update();
    }
}
