package io.muster.api.service.support;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import org.springframework.http.MediaType;
import org.springframework.web.client.RestClient;

/** Asks for plans over HTTP and waits for them. */
public final class Solves {
    private static final long PATIENCE_MILLIS = 120_000;
    private static final long EVERY_MILLIS = 200;

    private Solves() {}

    /**
     * Asks for a plan.
     *
     * @param client who asks
     * @param body the request
     * @return id of the plan
     */
    public static String ask(RestClient client, Map<String, ?> body) {
        JsonNode plan = client.post()
                .uri("/v1/plans")
                .contentType(MediaType.APPLICATION_JSON)
                .body(body)
                .retrieve()
                .body(JsonNode.class);
        return Objects.requireNonNull(plan).path("id").asText();
    }

    /**
     * Waits until something is as wanted.
     *
     * @param client who asks
     * @param path what is asked for
     * @param isSo whether it is
     * @return what it is then
     */
    public static JsonNode await(RestClient client, String path, Predicate<JsonNode> isSo) {
        long until = System.currentTimeMillis() + PATIENCE_MILLIS;
        while (true) {
            JsonNode now =
                    Objects.requireNonNull(client.get().uri(path).retrieve().body(JsonNode.class));
            if (isSo.test(now)) {
                return now;
            }
            if (System.currentTimeMillis() > until) {
                throw new IllegalStateException(path + " is not as wanted: " + now);
            }
            try {
                Thread.sleep(EVERY_MILLIS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }
    }
}
