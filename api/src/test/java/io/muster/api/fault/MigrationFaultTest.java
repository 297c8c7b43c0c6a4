package io.muster.api.fault;

import static org.assertj.core.api.Assertions.assertThat;

import io.muster.api.service.support.ServiceProcess;
import io.muster.api.service.support.TestDatabase;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A service on the embedded database that is killed while it makes its tables. */
class MigrationFaultTest {

    @Test
    void isReadyAfterItWasKilledWhileItMadeItsTables() throws Exception {
        Path home = TestDatabase.home();
        Path database = home.resolve("db").resolve("muster.mv.db");
        try (ServiceProcess first = ServiceProcess.start(home, Map.of(), "")) {
            // The file is there from the first connection on; its tables follow at once.
            while (!Files.exists(database) && first.isAlive()) {
                Thread.sleep(5);
            }
            Thread.sleep(150);
            first.kill();
        }

        try (ServiceProcess second = ServiceProcess.start(home, Map.of(), "")) {
            String health = HttpClient.newHttpClient()
                    .send(
                            HttpRequest.newBuilder(URI.create(second.url() + "/actuator/health/readiness"))
                                    .build(),
                            BodyHandlers.ofString())
                    .body();

            assertThat(health).isEqualTo("{\"status\":\"UP\"}");
        }
    }
}
