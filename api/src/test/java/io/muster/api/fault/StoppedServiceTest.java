package io.muster.api.fault;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.muster.api.fault.Client.Answer;
import io.muster.api.service.support.ServiceProcess;
import io.muster.api.service.support.TestDatabase;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A service that is asked to stop (SIGTERM) while it solves: it ends at once, and the next start goes on with its best plan. */
class StoppedServiceTest {
    private static final Map<String, String> SETTINGS = Map.of("muster.access.initial-password", Client.PASSWORD);

    private final Path home = TestDatabase.home();

    private ServiceProcess start() {
        return ServiceProcess.start(home, SETTINGS, "");
    }

    @Test
    void leavesItsBestPlanToTheNextStart() {
        String plan;
        JsonNode atStop;
        try (ServiceProcess service = start()) {
            Client client = new Client(service.url());
            String revision = client.post(
                            "/v1/data-sets",
                            "{\"sample\": {\"programme\": \"nmfl-phase-2\", \"people\": 500, \"seed\": 1}}")
                    .location();
            Answer ready = client.await(
                    revision, answer -> answer.body().path("state").asText().equals("READY"));
            plan = client.post(
                            "/v1/plans",
                            "{\"dataSetId\": \""
                                    + ready.body().path("dataSetId").asText()
                                    + "\", \"timeLimit\": \"PT1H\", \"profile\": \"duty-first\"}")
                    .location();
            atStop = client.await(plan + "/scores", answer -> !answer.body().isEmpty())
                    .body();
            service.stop();
            assertThat(service.output()).noneMatch(line -> line.contains("\"level\":\"ERROR\""));
        }

        try (ServiceProcess service = start()) {
            Client client = new Client(service.url());
            Answer again = client.await(plan, answer -> attempt(client, answer) > 1);
            assertThat(state(again)).isEqualTo("SOLVING");
            assertThat(client.post(plan + "/stop", "").status()).isEqualTo(202);

            Answer draft = client.await(plan, answer -> !state(answer).equals("SOLVING"));

            assertThat(state(draft)).isEqualTo("DRAFT");
            assertThat(draft.body().at("/plan/profile").asText()).isEqualTo("duty-first");
            assertThat(draft.body().at("/plan/coverageShortfall").asLong())
                    .isLessThanOrEqualTo(atStop.get(0).path("coverageShortfall").asLong());
            assertThat(client.get(plan + "/scores").body().get(0)).isEqualTo(atStop.get(0));
        }
    }

    private static String state(Answer plan) {
        return plan.body().at("/plan/state").asText();
    }

    private static int attempt(Client client, Answer plan) {
        return client.get("/v1/jobs/" + plan.body().at("/plan/jobId").asText())
                .body()
                .path("attempt")
                .asInt();
    }
}
