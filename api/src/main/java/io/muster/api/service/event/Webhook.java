package io.muster.api.service.event;

import java.time.Instant;
import java.util.Set;

/**
 * Somebody who is told of events.
 *
 * @param id its id
 * @param url where to
 * @param events of what
 * @param secret the secret that signs, encrypted
 * @param createdAt when it was made
 * @param createdBy who made it
 */
record Webhook(String id, String url, Set<EventKind> events, String secret, Instant createdAt, String createdBy) {

    Webhook {
        events = Set.copyOf(events);
    }
}
