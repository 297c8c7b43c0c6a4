package io.muster.api.service.retention;

import static org.assertj.core.api.Assertions.assertThat;

import io.muster.api.service.content.Contents;
import io.muster.api.service.dataset.Revision;
import io.muster.api.service.plan.PlanState;
import io.muster.api.service.plan.Plans;
import io.muster.api.service.plan.StoredPlan;
import io.muster.api.service.support.ServiceTest;
import io.muster.api.service.trail.TrailEntries;
import io.muster.api.service.trail.TrailEntries.Filter;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

class RetentionTest extends ServiceTest {
    private static final OffsetDateTime LONG_AGO = OffsetDateTime.of(2020, 1, 1, 0, 0, 0, 0, ZoneOffset.UTC);

    @Autowired
    private Retention retention;

    @Autowired
    private Contents contents;

    @Autowired
    private Plans plans;

    @Autowired
    private TrailEntries trail;

    @Autowired
    private JdbcClient jdbc;

    @Test
    void whatNobodyNeedsGoesAndWhatHoldsStays() {
        Revision revision = given().dataSet();
        StoredPlan oldDraft = given().plan(revision, PlanState.DRAFT);
        StoredPlan newDraft = given().plan(revision, PlanState.DRAFT);
        StoredPlan first = published(revision, 1, PlanState.SUPERSEDED);
        StoredPlan second = published(revision, 2, PlanState.SUPERSEDED);
        StoredPlan holds = published(revision, 22, PlanState.PUBLISHED);
        jdbc.sql("update plan set created_at = ? where id = ?")
                .params(OffsetDateTime.now(ZoneOffset.UTC), newDraft.id())
                .update();
        jdbc.sql("update plan set parent_id = ? where id = ?")
                .params(first.id(), holds.id())
                .update();
        String unused = contents.storeText("unused " + UUID.randomUUID());
        String unusedButNew = contents.storeText("unused but new " + UUID.randomUUID());
        jdbc.sql("update content set created_at = ? where sha256 <> ?")
                .params(LONG_AGO, unusedButNew)
                .update();

        retention.run();

        assertThat(plans.find(oldDraft.id())).isEmpty();
        assertThat(plans.find(newDraft.id())).isPresent();
        assertThat(plans.find(first.id())).isEmpty();
        assertThat(plans.find(second.id())).isPresent();
        assertThat(plans.find(holds.id()).orElseThrow().parentId()).isNull();
        assertThat(exists(unused)).isFalse();
        assertThat(exists(unusedButNew)).isTrue();
        assertThat(exists(String.valueOf(holds.content()))).isTrue();
        assertThat(trail.list(new Filter("system", null, "plan/" + oldDraft.id(), null, null), 0, 10))
                .singleElement()
                .satisfies(entry -> assertThat(entry.detail()).isEqualTo("DRAFT"));
    }

    private StoredPlan published(Revision revision, int number, PlanState state) {
        StoredPlan plan = given().plan(revision, state);
        jdbc.sql("insert into publication (data_set_id, number, plan_id, note, published_at, published_by)"
                        + " values (?, ?, ?, '', ?, 'planner')")
                .params(revision.dataSetId(), number, plan.id(), LONG_AGO)
                .update();
        return plan;
    }

    private boolean exists(String sha256) {
        return jdbc.sql("select count(*) from content where sha256 = ?")
                        .param(sha256)
                        .query(Integer.class)
                        .single()
                > 0;
    }
}
