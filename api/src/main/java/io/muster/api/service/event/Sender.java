package io.muster.api.service.event;

import io.muster.api.service.web.ProblemException;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Calls webhooks. Redirects are not followed, answers not read. */
@Component
class Sender {
    private static final Logger LOG = LoggerFactory.getLogger(Sender.class);
    private static final Duration CONNECT = Duration.ofSeconds(5);
    private static final Duration ANSWER = Duration.ofSeconds(10);

    private final TargetGuard guard;
    private final Secrets secrets;
    private final Clock clock;
    private final HttpClient client = HttpClient.newBuilder()
            .connectTimeout(CONNECT)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();

    Sender(TargetGuard guard, Secrets secrets, Clock clock) {
        this.guard = guard;
        this.secrets = secrets;
        this.clock = clock;
    }

    /** Sends a delivery; the status it was answered with, empty when there was no answer or no call. */
    Optional<Integer> send(Webhook webhook, Delivery delivery) {
        try {
            URI url = guard.check(webhook.url());
            long seconds = clock.instant().getEpochSecond();
            HttpRequest request = HttpRequest.newBuilder(url)
                    .timeout(ANSWER)
                    .header("Content-Type", "application/json")
                    .header("User-Agent", "Muster")
                    .header("Muster-Event", delivery.event())
                    .header("Muster-Delivery", delivery.id())
                    .header(
                            "Muster-Signature",
                            "t=" + seconds + ",v1="
                                    + signature(secrets.decrypt(webhook.secret()), seconds, delivery.payload()))
                    .POST(HttpRequest.BodyPublishers.ofString(delivery.payload()))
                    .build();
            return Optional.of(
                    client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode());
        } catch (IOException | ProblemException e) {
            LOG.warn(
                    "webhook {} was not reached: {}", webhook.id(), e.getClass().getSimpleName());
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    /** HMAC-SHA256 of the time, a full stop and the body, in hexadecimal digits. */
    static String signature(String secret, long seconds, String body) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal((seconds + "." + body).getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has HMAC-SHA256", e);
        }
    }
}
