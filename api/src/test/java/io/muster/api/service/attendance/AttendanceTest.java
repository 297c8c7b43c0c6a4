package io.muster.api.service.attendance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.muster.api.service.access.Role;
import io.muster.api.service.live.LivePlan;
import io.muster.api.service.live.LivePlans;
import io.muster.api.service.plan.PlanState;
import io.muster.api.service.support.ServiceTest;
import io.muster.data.plan.Booking;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

class AttendanceTest extends ServiceTest {
    @Autowired
    private LivePlans livePlans;

    @Autowired
    private Attendances attendances;

    private LivePlan published() {
        return livePlans.get(
                given().plan(given().dataSet(), PlanState.PUBLISHED).id());
    }

    private static Booking booking(LivePlan plan) {
        return plan.plan().bookings().stream()
                .filter(row -> row.sessionId() != null)
                .findFirst()
                .orElseThrow();
    }

    private ResponseEntity<JsonNode> mark(LivePlan plan, Booking booking, boolean attended) {
        return as(Role.LEARNING)
                .put()
                .uri(
                        "/v1/plans/{plan}/sessions/{session}/attendance",
                        plan.stored().id(),
                        booking.sessionId())
                .contentType(MediaType.APPLICATION_JSON)
                .body(Map.of("marks", List.of(Map.of("staffId", booking.staffId(), "attended", attended))))
                .retrieve()
                .toEntity(JsonNode.class);
    }

    private JsonNode noShows(LivePlan plan) {
        return Objects.requireNonNull(as(Role.PLANNER)
                .get()
                .uri(
                        "/v1/data-sets/{id}/disruptions?kind=NO_SHOW&state=OPEN",
                        plan.stored().dataSetId())
                .retrieve()
                .body(JsonNode.class));
    }

    @Test
    void whoDidNotComeIsANoShowUntilItIsCorrected() {
        LivePlan plan = published();
        Booking booking = booking(plan);

        assertThat(mark(plan, booking, false).getStatusCode()).isEqualTo(HttpStatus.OK);

        assertThat(attendances.statusOf(plan.stored().dataSetId(), booking)).isEqualTo(Booking.Status.NO_SHOW);
        assertThat(noShows(plan).get("items"))
                .singleElement()
                .satisfies(row -> assertThat(row.get("subject").asText()).isEqualTo(booking.staffId()));

        mark(plan, booking, true);

        assertThat(attendances.statusOf(plan.stored().dataSetId(), booking)).isEqualTo(Booking.Status.ATTENDED);
        assertThat(noShows(plan).get("total").asInt()).isZero();
    }

    @Test
    void aFileWithAnErrorRecordsNothing() {
        LivePlan plan = published();
        Booking booking = booking(plan);
        String csv = "staff,session,attended\n" + booking.staffId() + "," + booking.sessionId() + ",true\nnobody,"
                + booking.sessionId() + ",false\n";

        ResponseEntity<JsonNode> answer = as(Role.PLANNER)
                .post()
                .uri("/v1/plans/{plan}/attendance", plan.stored().id())
                .header("Content-Type", "text/csv")
                .body(csv)
                .retrieve()
                .toEntity(JsonNode.class);

        assertThat(answer.getStatusCode()).isEqualTo(HttpStatus.UNPROCESSABLE_ENTITY);
        assertThat(Objects.requireNonNull(answer.getBody()).get("issues")).hasSize(1);
        assertThat(attendances.statusOf(plan.stored().dataSetId(), booking)).isEqualTo(booking.status());
    }

    @Test
    void attendanceOfAPlanThatDoesNotHoldIsRefused() {
        LivePlan plan =
                livePlans.get(given().plan(given().dataSet(), PlanState.DRAFT).id());

        assertThat(mark(plan, booking(plan), true).getStatusCode()).isEqualTo(HttpStatus.CONFLICT);
    }
}
