package io.muster.api.service.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.muster.api.service.access.Role;
import io.muster.api.service.plan.PlanState;
import io.muster.api.service.plan.StoredPlan;
import io.muster.api.service.support.ServiceTest;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;

class ReportControllerTest extends ServiceTest {
    @Autowired
    private JdbcClient jdbc;

    private JsonNode get(Role role, String path) {
        return Objects.requireNonNull(as(role).get().uri(path).retrieve().body(JsonNode.class));
    }

    private HttpStatus status(Role role, String path) {
        return HttpStatus.valueOf(as(role).get()
                .uri(path)
                .retrieve()
                .toBodilessEntity()
                .getStatusCode()
                .value());
    }

    @Test
    void oversightAgreesWithThePlansOwnFiguresAndFollowsAttendance() {
        StoredPlan plan = given().plan(given().dataSet(), PlanState.PUBLISHED);
        String path = "/v1/plans/" + plan.id() + "/reports/oversight?asOf=2025-04-07";

        JsonNode before = get(Role.GOVERNANCE, path);
        jdbc.sql(
                        "insert into attendance (data_set_id, staff_id, module_id, session_id, attended, recorded_at, recorded_by, number)"
                                + " select ?, ?, ?, ?, true, ?, 'planner', 1")
                .params(
                        plan.dataSetId(),
                        booking(plan).path("staffId").asText(),
                        booking(plan).path("moduleId").asText(),
                        booking(plan).path("sessionId").asText(),
                        Instant.EPOCH.atOffset(ZoneOffset.UTC))
                .update();
        JsonNode after = get(Role.GOVERNANCE, path);

        JsonNode all = before.path("completion").path(0);
        assertThat(all.path("required").path("requirements").asInt()).isEqualTo(plan.requirements());
        assertThat(all.path("booked").path("requirements").asInt()).isEqualTo(plan.booked());
        assertThat(before.path("attendance").path(0).path("attended").asInt()).isZero();
        assertThat(after.path("attendance").path(0).path("attended").asInt()).isEqualTo(1);
        assertThat(before.path("finish").path("p50").isNull()).isTrue();
        long unbooked = 0;
        for (JsonNode row : before.path("backlog")) {
            unbooked += row.path("requirements").asInt();
        }
        assertThat(unbooked).isEqualTo(plan.requirements() - plan.booked());
    }

    private JsonNode booking(StoredPlan plan) {
        JsonNode items = get(Role.PLANNER, "/v1/plans/" + plan.id() + "/bookings?size=500")
                .path("items");
        for (JsonNode item : items) {
            if (!item.path("sessionId").asText("").isEmpty()
                    && !item.path("sessionId").isNull()) {
                return item;
            }
        }
        throw new AssertionError("no booking has a session");
    }

    @Test
    void theLedgerIsPagedFilteredAndSorted() {
        StoredPlan plan = given().plan(given().dataSet(), PlanState.DRAFT);
        String path = "/v1/plans/" + plan.id() + "/reports/abstraction";

        JsonNode page = get(Role.PLANNER, path + "?size=3&sort=-used");
        JsonNode day = get(Role.PLANNER, path + "?from=2025-05-12&to=2025-05-12&size=500");

        assertThat(page.path("items")).hasSize(3);
        assertThat(page.path("items").path(0).path("used").asInt())
                .isPositive()
                .isGreaterThanOrEqualTo(page.path("items").path(2).path("used").asInt());
        assertThat(day.path("items"))
                .isNotEmpty()
                .allMatch(row -> row.path("date").asText().equals("2025-05-12"));
        assertThat(day.path("items"))
                .allMatch(row -> row.path("used").asInt() <= row.path("cap").asInt());
    }

    @Test
    void aDeskSeesItsBcuAndGovernanceAggregatesOnly() {
        StoredPlan plan = given().plan(given().dataSet(), PlanState.DRAFT);
        String reports = "/v1/plans/" + plan.id() + "/reports";

        assertThat(get(Role.BCU_RESOURCING, reports + "/abstraction").path("items"))
                .allMatch(row -> row.path("bcu").asText().equals(BCU));
        assertThat(get(Role.BCU_RESOURCING, reports + "/abstraction?bcu=SE")
                        .path("total")
                        .asInt())
                .isZero();
        assertThat(get(Role.BCU_RESOURCING, reports + "/oversight").path("venues"))
                .isEmpty();
        assertThat(status(Role.GOVERNANCE, reports + "/abstraction/public")).isEqualTo(HttpStatus.OK);
        assertThat(status(Role.GOVERNANCE, reports + "/equality")).isEqualTo(HttpStatus.OK);
    }

    @Test
    void thereAreNoReportsOnAPlanThatIsNotThere() {
        assertThat(status(Role.PLANNER, "/v1/plans/plan-none/reports/oversight"))
                .isEqualTo(HttpStatus.NOT_FOUND);
    }
}
