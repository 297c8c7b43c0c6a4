package io.muster.api.service.operate;

import static org.assertj.core.api.Assertions.assertThat;

import io.muster.api.service.access.Role;
import io.muster.api.service.plan.PlanState;
import io.muster.api.service.plan.StoredPlan;
import io.muster.api.service.support.ServiceTest;
import io.muster.api.service.support.Solves;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;

class HealthTest extends ServiceTest {
    private static final int TRIES = 600;
    private static final long EVERY_MILLIS = 100;

    @Autowired
    private JdbcClient jdbc;

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

    @Test
    void figuresTellHowFarWhatIsPublishedIsFromItsBound() {
        StoredPlan published = given().plan(given().dataSet(), PlanState.PUBLISHED);
        jdbc.sql("update plan set summary = ? where id = ?")
                .params(
                        "{\"cost\": {\"total\": 750000}, \"lowerBounds\": {\"cost\": 1000}, \"hardViolations\": {}}",
                        published.id())
                .update();

        assertThat(figure("muster_published_cost_gap")).isEqualTo(749);
    }

    @Test
    void figuresTellHowFastARunningSolveIs() throws InterruptedException {
        assertThat(figure("muster_solver_moves_per_second")).isZero();
        String id = Solves.ask(
                as(Role.PLANNER), Map.of("dataSetId", given().dataSet().dataSetId(), "stepLimit", 40_000_000L));

        until(() -> figure("muster_solver_moves_per_second") > 0);

        as(Role.PLANNER).post().uri("/v1/plans/" + id + "/stop").retrieve().toBodilessEntity();
        until(() -> figure("muster_solver_moves_per_second") == 0);
    }

    private static void until(BooleanSupplier isSo) throws InterruptedException {
        boolean isIt = isSo.getAsBoolean();
        for (int i = 0; i < TRIES && !isIt; i++) {
            Thread.sleep(EVERY_MILLIS);
            isIt = isSo.getAsBoolean();
        }
        assertThat(isIt).isTrue();
    }

    private double figure(String name) {
        String figures = as(Role.ADMINISTRATOR)
                .get()
                .uri("/actuator/prometheus")
                .retrieve()
                .body(String.class);
        return figures.lines()
                .filter(line -> line.startsWith(name + " "))
                .mapToDouble(line -> Double.parseDouble(line.substring(name.length() + 1)))
                .findFirst()
                .orElseThrow();
    }
}
