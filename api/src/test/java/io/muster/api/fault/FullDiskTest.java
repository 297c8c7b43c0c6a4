package io.muster.api.fault;

import static org.assertj.core.api.Assertions.assertThat;

import io.muster.api.fault.Client.Answer;
import io.muster.api.service.support.ServiceProcess;
import io.muster.api.service.support.TestDatabase;
import java.nio.file.Path;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** A service that cannot write files beyond a size, as on a disk that is full. */
class FullDiskTest {
    /** Blocks of 512 bytes: 16 MB. */
    private static final String LIMIT = "ulimit -f 32768";

    @Test
    void refusesWhatItCannotStoreAndGoesOn() {
        Path home = TestDatabase.home();
        byte[] tooMuch = new byte[24 << 20];
        new Random(1).nextBytes(tooMuch);
        try (ServiceProcess service =
                ServiceProcess.start(home, Map.of("muster.access.initial-password", Client.PASSWORD), LIMIT)) {
            Client client = new Client(service.url());

            Answer refused = client.upload("/v1/data-sets?name=Large", tooMuch);

            assertThat(refused.status()).isEqualTo(507);
            assertThat(refused.body().path("code").asText()).isEqualTo("disk-full");
            assertThat(client.get("/v1/data-sets").body().path("total").asInt()).isZero();
            assertThat(client.post(
                                    "/v1/data-sets",
                                    "{\"sample\": {\"programme\": \"ilm-cohort\", \"people\": 12, \"seed\": 1}}")
                            .status())
                    .isEqualTo(202);
        }
    }
}
