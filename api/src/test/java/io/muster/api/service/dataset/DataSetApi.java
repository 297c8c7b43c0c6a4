package io.muster.api.service.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.muster.api.service.support.Given;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.Objects;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.client.RestClient;

/** The calls that tests of data sets share. */
final class DataSetApi {
    private static final int PATIENCE_MILLIS = 60_000;

    private final RestClient client;

    DataSetApi(RestClient client) {
        this.client = client;
    }

    static byte[] zip() {
        try {
            return Files.readAllBytes(Given.dataSetZip());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    ResponseEntity<JsonNode> post(String path, String type, byte[] body) {
        return client.post()
                .uri(path)
                .contentType(MediaType.parseMediaType(type))
                .body(body)
                .retrieve()
                .toEntity(JsonNode.class);
    }

    ResponseEntity<JsonNode> get(String path, Object... variables) {
        return client.get().uri(path, variables).retrieve().toEntity(JsonNode.class);
    }

    JsonNode body(String path, Object... variables) {
        ResponseEntity<JsonNode> answer = get(path, variables);
        assertThat(answer.getStatusCode()).as("%s", answer.getBody()).isEqualTo(HttpStatus.OK);
        return Objects.requireNonNull(answer.getBody());
    }

    /** The revision that an accepted upload makes, once its job is over. */
    JsonNode imported(ResponseEntity<JsonNode> accepted) {
        assertThat(accepted.getStatusCode()).as("%s", accepted.getBody()).isEqualTo(HttpStatus.ACCEPTED);
        String location =
                Objects.requireNonNull(accepted.getHeaders().getLocation()).toString();
        long end = System.currentTimeMillis() + PATIENCE_MILLIS;
        JsonNode revision = body(location);
        while (revision.get("state").asText().equals("IMPORTING")) {
            assertThat(System.currentTimeMillis()).isLessThan(end);
            pause();
            revision = body(location);
        }
        return revision;
    }

    static String path(JsonNode revision) {
        return "/v1/data-sets/" + revision.get("dataSetId").asText() + "/revisions/"
                + revision.get("revision").asInt();
    }

    private static void pause() {
        try {
            Thread.sleep(50);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
