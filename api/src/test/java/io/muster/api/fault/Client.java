package io.muster.api.fault;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The administrator of a service in another process. */
final class Client {
    /** The password that services of these tests give their administrator. */
    static final String PASSWORD = "correct horse battery staple";

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final ObjectMapper json = new ObjectMapper();
    private final String url;

    Client(String url) {
        this.url = url;
    }

    /** An answer. */
    record Answer(
            int status,
            JsonNode body,
            String location,
            @Nullable String tag) {}

    Answer get(String path) {
        return send(path, "GET", BodyPublishers.noBody(), "", "");
    }

    Answer post(String path, String body) {
        return send(path, "POST", BodyPublishers.ofString(body), "application/json", "");
    }

    Answer post(String path, String body, String ifMatch) {
        return send(path, "POST", BodyPublishers.ofString(body), "application/json", ifMatch);
    }

    Answer upload(String path, byte[] zip) {
        return send(path, "POST", BodyPublishers.ofByteArray(zip), "application/zip", "");
    }

    /** Asks until the answer is as wanted. */
    Answer await(String path, Predicate<Answer> wanted) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        Answer answer = get(path);
        while (!wanted.test(answer)) {
            assertThat(System.nanoTime())
                    .as("%s is still answered with %s", path, answer)
                    .isLessThan(end);
            sleep();
            answer = get(path);
        }
        return answer;
    }

    private Answer send(String path, String method, BodyPublisher body, String type, String ifMatch) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url + path))
                .method(method, body)
                .timeout(PATIENCE)
                .header(
                        "Authorization",
                        "Basic "
                                + Base64.getEncoder()
                                        .encodeToString(
                                                ("administrator:" + PASSWORD).getBytes(StandardCharsets.UTF_8)));
        if (!type.isEmpty()) {
            request.header("Content-Type", type);
        }
        if (!ifMatch.isEmpty()) {
            request.header("If-Match", ifMatch);
        }
        try {
            HttpResponse<byte[]> response = http.send(request.build(), BodyHandlers.ofByteArray());
            return new Answer(
                    response.statusCode(),
                    json.readTree(response.body()),
                    response.headers().firstValue("Location").orElse(""),
                    response.headers().firstValue("ETag").orElse(null));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    private static void sleep() {
        try {
            Thread.sleep(200);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}
