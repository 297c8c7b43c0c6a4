package io.muster.api.fault;

import static org.assertj.core.api.Assertions.assertThat;

import io.muster.api.fault.Client.Answer;
import io.muster.api.service.support.ServiceProcess;
import io.muster.api.service.support.TestDatabase;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A service whose PostgreSQL goes away and comes back. */
class LostDatabaseTest {
    private final Path home = TestDatabase.home();

    @Test
    void saysSoAndGoesOnWhenTheDatabaseIsBack() throws IOException {
        EmbeddedPostgres postgres = postgres(0);
        int port = postgres.getPort();
        Map<String, String> settings = Map.of(
                "spring.datasource.url",
                postgres.getJdbcUrl("postgres", "postgres"),
                "spring.datasource.username",
                "postgres",
                "spring.datasource.hikari.connection-timeout",
                "2000",
                "muster.access.initial-password",
                Client.PASSWORD);
        try (ServiceProcess service = ServiceProcess.start(home, settings, "")) {
            Client client = new Client(service.url());
            assertThat(client.post(
                                    "/v1/data-sets",
                                    "{\"sample\": {\"programme\": \"ilm-cohort\", \"people\": 12, \"seed\": 1}}")
                            .status())
                    .isEqualTo(202);

            postgres.close();

            Answer away = client.await("/v1/data-sets", answer -> answer.status() != 200);
            assertThat(away.status()).isEqualTo(503);
            assertThat(away.body().path("code").asText()).isEqualTo("database-unavailable");
            client.await("/actuator/health/readiness", answer -> answer.status() == 503);

            postgres = postgres(port);

            Answer back = client.await("/v1/data-sets", answer -> answer.status() == 200);
            assertThat(back.body().path("total").asInt()).isEqualTo(1);
            client.await("/actuator/health/readiness", answer -> answer.status() == 200);
            String revision = "/v1/data-sets/"
                    + back.body().path("items").path(0).path("id").asText() + "/revisions/1";
            client.await(
                    revision, answer -> answer.body().path("state").asText().equals("READY"));
        } finally {
            postgres.close();
        }
    }

    private EmbeddedPostgres postgres(int port) throws IOException {
        return EmbeddedPostgres.builder()
                .setDataDirectory(Files.createDirectories(home.resolve("postgres")))
                .setCleanDataDirectory(false)
                .setPort(port)
                .start();
    }
}
