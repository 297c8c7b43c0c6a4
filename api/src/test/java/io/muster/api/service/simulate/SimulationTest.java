package io.muster.api.service.simulate;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.muster.api.service.access.Role;
import io.muster.api.service.plan.PlanState;
import io.muster.api.service.plan.StoredPlan;
import io.muster.api.service.support.ServiceTest;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

class SimulationTest extends ServiceTest {
    private static final int TRIES = 600;

    @Test
    void theLatestSimulationOfAPlanIsInItsOversightReport() throws InterruptedException {
        StoredPlan plan = given().plan(given().dataSet(), PlanState.PUBLISHED);
        String report = "/v1/plans/" + plan.id() + "/reports/oversight?asOf=2025-05-12";
        assertThat(get(report).at("/finish/seasons").asInt()).isZero();

        ResponseEntity<JsonNode> asked = as(Role.PLANNER)
                .post()
                .uri("/v1/simulations")
                .contentType(MediaType.APPLICATION_JSON)
                .body(Map.of("dataSetId", plan.dataSetId(), "planId", plan.id(), "runs", 2, "weeks", 3, "seed", 7))
                .retrieve()
                .toEntity(JsonNode.class);

        assertThat(asked.getStatusCode()).as("%s", asked.getBody()).isEqualTo(HttpStatus.ACCEPTED);
        String simulation =
                Objects.requireNonNull(asked.getHeaders().getLocation()).getPath();
        JsonNode done = get(simulation);
        for (int i = 0; i < TRIES && done.at("/state").asText().equals("QUEUED"); i++) {
            Thread.sleep(100);
            done = get(simulation);
        }
        assertThat(done.at("/state").asText()).as("%s", done).isEqualTo("READY");
        JsonNode simulated = done.at("/result/policies/0/finish");
        assertThat(simulated.at("/seasons").asInt()).isEqualTo(2);
        JsonNode finish = get(report).at("/finish");
        assertThat(finish.at("/seasons").asInt()).isEqualTo(2);
        assertThat(finish.at("/p50")).isEqualTo(simulated.at("/p50"));
        assertThat(finish.at("/p80")).isEqualTo(simulated.at("/p80"));
        assertThat(finish.at("/note").asText()).contains(" of 2 simulated seasons");
    }

    private JsonNode get(String path) {
        return Objects.requireNonNull(
                as(Role.PLANNER).get().uri(path).retrieve().body(JsonNode.class));
    }
}
