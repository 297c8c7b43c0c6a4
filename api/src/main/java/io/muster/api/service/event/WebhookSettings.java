package io.muster.api.service.event;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Webhooks.
 *
 * @param key what their secrets are encrypted with in the database, at least 32 characters, from the environment ({@code
 *     MUSTER_WEBHOOKS_KEY}); null or empty: no webhook can be made
 * @param allowedHosts hosts that may be called without https and wherever they are, this machine included; null: none
 */
@ConfigurationProperties("muster.webhooks")
record WebhookSettings(@Nullable String key, @Nullable List<String> allowedHosts) {
    private static final int SHORTEST_KEY = 32;

    WebhookSettings {
        if (key != null && !key.isEmpty() && key.length() < SHORTEST_KEY) {
            throw new IllegalArgumentException("muster.webhooks.key must have at least " + SHORTEST_KEY
                    + " characters, not " + key.length() + ".");
        }
        allowedHosts = allowedHosts == null ? List.of() : List.copyOf(allowedHosts);
    }

    boolean isAllowed(String host) {
        return allowedHosts != null && allowedHosts.contains(host);
    }
}
