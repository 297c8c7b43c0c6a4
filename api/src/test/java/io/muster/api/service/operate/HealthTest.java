package io.muster.api.service.operate;

import static org.assertj.core.api.Assertions.assertThat;

import io.muster.api.service.access.Role;
import io.muster.api.service.support.ServiceTest;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpStatus;

class HealthTest extends ServiceTest {

    @Test
    void anybodyMayAskWhetherTheServiceIsReadyButLearnsNothingElse() {
        String health =
                client().get().uri("/actuator/health/readiness").retrieve().body(String.class);

        assertThat(health).isEqualTo("{\"status\":\"UP\"}");
    }

    @Test
    void figuresAreForAdministrators() {
        assertThat(as(Role.PLANNER)
                        .get()
                        .uri("/actuator/prometheus")
                        .retrieve()
                        .toBodilessEntity()
                        .getStatusCode())
                .isEqualTo(HttpStatus.FORBIDDEN);
        assertThat(as(Role.ADMINISTRATOR)
                        .get()
                        .uri("/actuator/prometheus")
                        .retrieve()
                        .body(String.class))
                .contains("muster_jobs{state=\"QUEUED\"}", "muster_published_cost_pence", "http_server_requests");
    }
}
