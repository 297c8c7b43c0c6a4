package io.muster.api.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.muster.api.service.access.Role;
import io.muster.api.service.support.ServiceTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** {@code docs/openapi.yaml} is what the service says of itself; {@code -Dmuster.openapi.write=true} writes it anew. */
class OpenApiTest extends ServiceTest {
    private static final Path COMMITTED = Path.of("..", "docs", "openapi.yaml");

    @Test
    void theCommittedDescriptionIsTheServicesOwn() throws IOException {
        String described =
                as(Role.PLANNER).get().uri("/v1/openapi.yaml").retrieve().body(String.class);

        if (Boolean.getBoolean("muster.openapi.write")) {
            Files.writeString(COMMITTED, described);
        }
        assertThat(described).startsWith("openapi: 3.1");
        assertThat(described)
                .as("Where this fails after a change that was meant, run"
                        + " mvn -pl api -am verify -Dtest=OpenApiTest -Dmuster.openapi.write=true"
                        + " -Dsurefire.failIfNoSpecifiedTests=false and commit docs/openapi.yaml.")
                .isEqualTo(Files.exists(COMMITTED) ? Files.readString(COMMITTED) : "");
    }
}
