package io.muster.api.service.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.muster.api.service.web.ProblemException;
import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class WebhookPartsTest {

    @Test
    void withoutAKeyThereIsNoSecret() {
        Secrets secrets = new Secrets(new WebhookSettings(null, null));

        assertThatThrownBy(() -> secrets.encrypt("x"))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("MUSTER_WEBHOOKS_KEY");
    }

    @Test
    void aShortKeyIsNoKey() {
        assertThatThrownBy(() -> new WebhookSettings("short", null)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void pausesGrowAndAddUpToAboutADay() {
        assertThat(DeliveryTask.pause(0)).isEqualTo(Duration.ofSeconds(10));
        assertThat(DeliveryTask.pause(2)).isEqualTo(Duration.ofSeconds(160));
        assertThat(DeliveryTask.pause(7)).isEqualTo(Duration.ofHours(6));
        assertThat(IntStream.range(0, 8).mapToObj(DeliveryTask::pause).reduce(Duration.ZERO, Duration::plus))
                .isBetween(Duration.ofHours(12), Duration.ofHours(30));
    }

    /** The example of docs/SERVICE.md, which receivers can check their own code with. */
    @Test
    void aSignatureIsHmacSha256OfTimeAndBody() {
        assertThat(Sender.signature("whsec_example", 1_750_000_000L, "{}"))
                .hasSize(64)
                .isEqualTo(Sender.signature("whsec_example", 1_750_000_000L, "{}"))
                .isNotEqualTo(Sender.signature("whsec_example", 1_750_000_001L, "{}"))
                .isNotEqualTo(Sender.signature("whsec_other", 1_750_000_000L, "{}"));
    }
}
