package io.muster.api.service.replan;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.muster.api.service.access.Role;
import io.muster.api.service.live.LivePlan;
import io.muster.api.service.live.LivePlans;
import io.muster.api.service.plan.PlanState;
import io.muster.api.service.plan.StoredPlan;
import io.muster.api.service.support.ServiceTest;
import io.muster.data.plan.Booking;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** Calls that tests of disruptions and re-plans share. */
abstract class ReplanTestSupport extends ServiceTest {
    /** A day in the middle of the programme. */
    static final LocalDate DAY = LocalDate.of(2025, 5, 12);

    @Autowired
    LivePlans livePlans;

    /** A data set of its own with a published plan. */
    final LivePlan published() {
        StoredPlan plan = given().plan(given().dataSet(), PlanState.PUBLISHED);
        return livePlans.get(plan.id());
    }

    final ResponseEntity<JsonNode> get(Role role, String path) {
        return as(role).get().uri(path).retrieve().toEntity(JsonNode.class);
    }

    final ResponseEntity<JsonNode> post(Role role, String path, Map<String, ?> body) {
        return as(role).post()
                .uri(path)
                .contentType(MediaType.APPLICATION_JSON)
                .body(body)
                .retrieve()
                .toEntity(JsonNode.class);
    }

    static String disruptionsOf(LivePlan plan) {
        return "/v1/data-sets/" + plan.stored().dataSetId() + "/disruptions";
    }

    static Map<String, @Nullable Object> disruption(
            String id,
            String kind,
            String subject,
            @Nullable String from,
            @Nullable String to,
            @Nullable String value) {
        Map<String, @Nullable Object> body = new HashMap<>();
        body.put("id", id);
        body.put("kind", kind);
        body.put("subject", subject);
        body.put("from", from);
        body.put("to", to);
        body.put("value", value);
        return body;
    }

    /** A booking of the plan in a session a month and more after {@link #DAY}. */
    static Booking laterBooking(LivePlan plan) {
        return plan.plan().bookings().stream()
                .filter(booking -> booking.sessionId() != null)
                .filter(booking -> booking.date().isAfter(DAY.plusDays(40)))
                .findFirst()
                .orElseThrow();
    }

    /** Asks for a re-plan and waits for its job. */
    final JsonNode replan(LivePlan plan, LocalDate asOf, String... policies) throws InterruptedException {
        ResponseEntity<JsonNode> asked = post(
                Role.PLANNER,
                "/v1/replans",
                Map.of(
                        "dataSetId", plan.stored().dataSetId(),
                        "asOf", asOf.toString(),
                        "stepLimit", 1000,
                        "policies", List.of(policies)));
        assertThat(asked.getStatusCode()).as("%s", asked.getBody()).isEqualTo(HttpStatus.ACCEPTED);
        String location =
                Objects.requireNonNull(asked.getHeaders().getLocation()).toString();
        for (int i = 0; i < 600; i++) {
            JsonNode replan = Objects.requireNonNull(get(Role.PLANNER, location).getBody());
            if (!replan.get("state").asText().matches("QUEUED|RUNNING")) {
                return replan;
            }
            Thread.sleep(100);
        }
        throw new AssertionError("The re-plan did not come to an end.");
    }

    final ResponseEntity<JsonNode> accept(JsonNode replan, String planId) {
        return as(Role.PLANNER)
                .post()
                .uri("/v1/replans/{id}/acceptance", replan.get("id").asText())
                .header("If-Match", "\"1\"")
                .contentType(MediaType.APPLICATION_JSON)
                .body(Map.of("planId", planId, "note", "agreed"))
                .retrieve()
                .toEntity(JsonNode.class);
    }
}
