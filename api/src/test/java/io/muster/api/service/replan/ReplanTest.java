package io.muster.api.service.replan;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.muster.api.service.access.Role;
import io.muster.api.service.live.LivePlan;
import io.muster.api.service.plan.PlanState;
import io.muster.api.service.plan.Plans;
import io.muster.data.plan.Booking;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;

class ReplanTest extends ReplanTestSupport {
    @Autowired
    private Plans plans;

    @Test
    void aRecordedDisruptionShowsWhatItBreaks() {
        LivePlan plan = published();
        Booking hit = laterBooking(plan);
        String session = Objects.requireNonNull(hit.sessionId());

        ResponseEntity<JsonNode> recorded = post(
                Role.PLANNER, disruptionsOf(plan), disruption("D1", "SESSION_CANCELLED", session, null, null, null));

        assertThat(recorded.getStatusCode()).isEqualTo(HttpStatus.CREATED);
        assertThat(recorded.getHeaders().getLocation()).hasToString(disruptionsOf(plan) + "/D1");
        JsonNode effect = Objects.requireNonNull(
                get(Role.PLANNER, disruptionsOf(plan) + "/effect?asOf=" + DAY).getBody());
        assertThat(effect.get("disruptions").asInt()).isEqualTo(1);
        assertThat(effect.get("broken").get("items"))
                .anySatisfy(row -> assertThat(row.get("staffId").asText()).isEqualTo(hit.staffId()))
                .hasSizeGreaterThanOrEqualTo(
                        plan.bookingsBySession().get(session).size());
        assertThat(effect.get("brokenBookings").asInt())
                .isEqualTo(effect.get("broken").get("total").asInt());
    }

    @Test
    void disruptionsWithErrorsAreRefusedWithEveryIssueAndNothingIsKept() {
        LivePlan plan = published();
        String csv = """
                disruption,kind,subject,from,to,value,note
                A,ROOM_CLOSED,nowhere,2025-05-12,,,
                B,STAFF_MOVED,nobody,2025-13-01,,T1,
                C,DEMAND,ALL,2025-06-01,2025-06-02,0,fine
                """;

        ResponseEntity<JsonNode> answer = as(Role.PLANNER)
                .post()
                .uri(disruptionsOf(plan))
                .header("Content-Type", "text/csv")
                .body(csv)
                .retrieve()
                .toEntity(JsonNode.class);

        assertThat(answer.getStatusCode()).isEqualTo(HttpStatus.UNPROCESSABLE_ENTITY);
        assertThat(Objects.requireNonNull(get(Role.PLANNER, disruptionsOf(plan)).getBody())
                        .get("total")
                        .asInt())
                .isZero();
    }

    @Test
    void anAcceptedOptionTakesThePlaceOfThePublishedPlan() throws Exception {
        LivePlan plan = published();
        String session = Objects.requireNonNull(laterBooking(plan).sessionId());
        post(Role.PLANNER, disruptionsOf(plan), disruption("D1", "SESSION_CANCELLED", session, null, null, null));

        JsonNode replan = replan(plan, DAY, "LEAST_DISTURBANCE", "FASTEST_COMPLETION");

        assertThat(replan.get("state").asText()).as("%s", replan).isEqualTo("READY");
        assertThat(replan.get("options")).hasSize(2);
        String planId = replan.get("options").get(0).get("planId").asText();
        String otherId = replan.get("options").get(1).get("planId").asText();
        assertThat(accept(replan, planId).getStatusCode()).isEqualTo(HttpStatus.OK);
        assertThat(plans.findPublished(plan.stored().dataSetId()).orElseThrow().id())
                .isEqualTo(planId);
        assertThat(plans.get(plan.stored().id()).state()).isEqualTo(PlanState.SUPERSEDED);
        assertThat(plans.get(otherId).state()).isEqualTo(PlanState.DISCARDED);
        JsonNode disruption = Objects.requireNonNull(
                get(Role.PLANNER, disruptionsOf(plan) + "/D1").getBody());
        assertThat(disruption.get("state").asText()).isEqualTo("APPLIED");
        assertThat(disruption.get("planId").asText()).isEqualTo(planId);
    }

    @Test
    void anOptionIsRefusedOnceAnotherPlanHolds() throws Exception {
        LivePlan plan = published();
        JsonNode first = replan(plan, DAY, "LEAST_DISTURBANCE");
        JsonNode second = replan(plan, DAY, "LEAST_DISTURBANCE");
        accept(first, first.get("options").get(0).get("planId").asText());

        ResponseEntity<JsonNode> refused =
                accept(second, second.get("options").get(0).get("planId").asText());

        assertThat(refused.getStatusCode()).isEqualTo(HttpStatus.CONFLICT);
    }
}
