package io.muster.api.service.event;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpServer;
import io.muster.api.service.access.Role;
import io.muster.api.service.support.ServiceTest;
import io.muster.api.service.support.Solves;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;

class WebhookTest extends ServiceTest {
    @Autowired
    private Webhooks webhooks;

    @Autowired
    private JdbcClient jdbc;

    private record Call(String signature, String event, String body) {}

    @Test
    void whoeverWantsToKnowIsToldAndCanTellThatItIsTrue() throws Exception {
        BlockingQueue<Call> calls = new LinkedBlockingQueue<>();
        HttpServer receiver = HttpServer.create(new InetSocketAddress("localhost", 0), 0);
        receiver.createContext("/hook", exchange -> {
            calls.add(new Call(
                    exchange.getRequestHeaders().getFirst("Muster-Signature"),
                    exchange.getRequestHeaders().getFirst("Muster-Event"),
                    new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)));
            exchange.sendResponseHeaders(204, -1);
        });
        receiver.start();
        try {
            ResponseEntity<JsonNode> made =
                    create("http://localhost:" + receiver.getAddress().getPort() + "/hook", "plan.published");
            JsonNode webhook = made.getBody();
            assertThat(made.getStatusCode()).isEqualTo(HttpStatus.CREATED);

            webhooks.announce(EventKind.PLAN_FAILED, "plan-1");
            webhooks.announce(EventKind.PLAN_PUBLISHED, "plan-2");

            Call call = calls.poll(30, TimeUnit.SECONDS);
            assertThat(call).isNotNull();
            assertThat(call.event()).isEqualTo("plan.published");
            assertThat(call.body()).contains("\"subject\":\"plan-2\"");
            String secret = webhook.path("secret").asText();
            long seconds = Long.parseLong(call.signature().replaceAll("t=(\\d+),.*", "$1"));
            assertThat(call.signature())
                    .isEqualTo("t=" + seconds + ",v1=" + Sender.signature(secret, seconds, call.body()));
            String id = webhook.path("id").asText();
            JsonNode later = Solves.await(
                    as(Role.ADMINISTRATOR),
                    "/v1/webhooks/" + id,
                    view -> view.at("/deliveries/0/state").asText().equals("DELIVERED"));
            assertThat(later.path("secret").isNull()).isTrue();
            assertThat(jdbc.sql("select secret from webhook where id = ?")
                            .param(id)
                            .query(String.class)
                            .single())
                    .doesNotContain(secret);
            assertThat(as(Role.PLANNER)
                            .delete()
                            .uri("/v1/webhooks/" + id)
                            .retrieve()
                            .toBodilessEntity()
                            .getStatusCode())
                    .isEqualTo(HttpStatus.NO_CONTENT);
        } finally {
            receiver.stop(0);
        }
    }

    @Test
    void noWebhookReachesWhatOnlyThisMachineReaches() {
        for (String url : List.of(
                "http://example.org/hook",
                "https://127.0.0.1/hook",
                "https://[::1]/hook",
                "https://169.254.169.254/latest/meta-data",
                "https://0.0.0.0/",
                "https://user@127.0.0.1/",
                "ftp://example.org/",
                "file:///etc/passwd",
                "nowhere")) {
            assertThat(create(url, "plan.completed").getBody().path("code").asText())
                    .as(url)
                    .isEqualTo("webhook-url-refused");
        }
    }

    @Test
    void aRepeatedCallMakesNoSecondWebhookAndItsSecretIsKeptNowhere() {
        String key = UUID.randomUUID().toString();
        ResponseEntity<JsonNode> first = createWith(key);
        ResponseEntity<JsonNode> again = createWith(key);

        assertThat(first.getBody().path("secret").asText()).isNotEmpty();
        assertThat(again.getStatusCode()).isEqualTo(HttpStatus.CREATED);
        assertThat(again.getBody()).isNull();
        assertThat(again.getHeaders().getLocation())
                .isNotNull()
                .isEqualTo(first.getHeaders().getLocation());
        assertThat(jdbc.sql("select count(*) from idempotency where request_key = ? and body is null")
                        .param(key)
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    private ResponseEntity<JsonNode> createWith(String key) {
        return as(Role.PLANNER)
                .post()
                .uri("/v1/webhooks")
                .header("Idempotency-Key", key)
                .contentType(MediaType.APPLICATION_JSON)
                .body(Map.of("url", "http://localhost:1/hook", "events", List.of("plan.completed")))
                .retrieve()
                .toEntity(JsonNode.class);
    }

    private ResponseEntity<JsonNode> create(String url, String event) {
        return as(Role.PLANNER)
                .post()
                .uri("/v1/webhooks")
                .contentType(MediaType.APPLICATION_JSON)
                .body(Map.of("url", url, "events", List.of(event)))
                .retrieve()
                .toEntity(JsonNode.class);
    }
}
