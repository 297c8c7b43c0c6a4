package io.muster.api.fault;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.muster.api.fault.Client.Answer;
import io.muster.api.service.support.ServiceProcess;
import io.muster.api.service.support.TestDatabase;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** A service on the embedded database that is killed at work and started again: nothing is lost, nothing half there. */
class KilledServiceTest {
    private static final Map<String, String> SETTINGS = Map.of("muster.access.initial-password", Client.PASSWORD);

    private final Path home = TestDatabase.home();

    private ServiceProcess start() {
        return ServiceProcess.start(home, SETTINGS, "");
    }

    @Test
    void finishesAnImportASolveAndAPublicationThatItWasKilledIn() throws Exception {
        String revision;
        try (ServiceProcess service = start()) {
            Answer asked = new Client(service.url())
                    .post(
                            "/v1/data-sets",
                            "{\"sample\": {\"programme\": \"nmfl-phase-2\", \"people\": 2000, \"seed\": 1}}");
            assertThat(asked.status()).isEqualTo(202);
            revision = asked.location();
            service.kill();
        }

        String plan;
        try (ServiceProcess service = start()) {
            Client client = new Client(service.url());
            Answer ready = client.await(revision, answer -> !stateOf(answer).equals("IMPORTING"));
            assertThat(stateOf(ready)).isEqualTo("READY");
            Answer asked = client.post(
                    "/v1/plans",
                    "{\"dataSetId\": \"" + ready.body().path("dataSetId").asText() + "\", \"timeLimit\": \"PT20S\"}");
            assertThat(asked.status()).isEqualTo(202);
            plan = asked.location();
            client.await(plan + "/scores", answer -> answer.body().toString().contains("costPence"));
            service.kill();
        }

        String draft;
        try (ServiceProcess service = start()) {
            Client client = new Client(service.url());
            Answer solved =
                    client.await(plan, answer -> !Set.of("QUEUED", "SOLVING").contains(stateOf(answer)));
            assertThat(stateOf(solved)).isEqualTo("DRAFT");
            assertThat(client.get("/v1/plans").body().path("total").asInt()).isEqualTo(1);
            assertThat(client.get("/v1/jobs/"
                                    + solved.body().path("plan").path("jobId").asText())
                            .body()
                            .path("attempt")
                            .asInt())
                    .isGreaterThan(1);
            draft = plan;
            publishAndKill(client, service, draft);
        }

        try (ServiceProcess service = start()) {
            Client client = new Client(service.url());
            String state = stateOf(client.get(draft));
            JsonNode publications = client.get("/v1/data-sets/" + revision.split("/")[3] + "/publications")
                    .body()
                    .path("items");
            assertThat(state).isIn("DRAFT", "PUBLISHED");
            assertThat(publications).hasSize(state.equals("PUBLISHED") ? 1 : 0);
            if (state.equals("DRAFT")) {
                assertThat(publish(client, draft).status()).isEqualTo(201);
            }
            assertThat(stateOf(client.get(draft))).isEqualTo("PUBLISHED");
            assertThat(client.get("/v1/trail/verification")
                            .body()
                            .path("intact")
                            .asBoolean())
                    .isTrue();
        }
    }

    private static void publishAndKill(Client client, ServiceProcess service, String plan) throws InterruptedException {
        Thread publisher = new Thread(() -> {
            try {
                publish(client, plan);
            } catch (UncheckedIOException e) {
                // The service is gone.
            }
        });
        publisher.start();
        Thread.sleep(400);
        service.kill();
        publisher.join();
    }

    private static Answer publish(Client client, String plan) {
        Answer checklist = client.get(plan + "/checklist");
        Set<String> codes = new HashSet<>();
        StreamSupport.stream(checklist.body().path("items").spliterator(), false)
                .filter(item -> item.path("state").asText().equals("ACKNOWLEDGE"))
                .forEach(item -> codes.add("\"" + item.path("code").asText() + "\""));
        return client.post(
                plan + "/publication",
                "{\"note\": \"test\", \"acknowledged\": [" + String.join(", ", codes) + "]}",
                Objects.requireNonNull(checklist.tag()));
    }

    private static String stateOf(Answer answer) {
        assertThat(answer.status()).as("%s", answer.body()).isEqualTo(200);
        // A plan's page holds the plan's row, a revision is the row.
        return answer.body()
                .path("plan")
                .path("state")
                .asText(answer.body().path("state").asText());
    }
}
