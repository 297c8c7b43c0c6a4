package io.muster.api.service.event;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A webhook as the API shows it.
 *
 * @param id its id
 * @param url where it goes
 * @param events of what it tells, by name
 * @param secret the secret that signs, shown once, when it is made; null: later
 * @param createdAt when it was made
 * @param createdBy who made it
 * @param deliveries its latest deliveries, the newest first
 */
record WebhookView(
        String id,
        String url,
        List<EventKind> events,
        @Nullable String secret,
        Instant createdAt,
        String createdBy,
        List<DeliveryView> deliveries) {

    /**
     * A delivery as the API shows it.
     *
     * @param id its id, which the receiver gets as {@code Muster-Delivery}
     * @param event the event's name
     * @param state where it stands
     * @param attempts how often it was tried
     * @param lastStatus HTTP status of the last attempt; null: no answer
     * @param createdAt when it happened
     * @param updatedAt when it was tried last
     */
    record DeliveryView(
            String id,
            String event,
            Delivery.State state,
            int attempts,
            @Nullable Integer lastStatus,
            Instant createdAt,
            Instant updatedAt) {}

    static WebhookView of(Webhook webhook, @Nullable String secret, List<Delivery> deliveries) {
        return new WebhookView(
                webhook.id(),
                webhook.url(),
                webhook.events().stream().sorted().toList(),
                secret,
                webhook.createdAt(),
                webhook.createdBy(),
                deliveries.stream()
                        .map(delivery -> new DeliveryView(
                                delivery.id(),
                                delivery.event(),
                                delivery.state(),
                                delivery.attempts(),
                                delivery.lastStatus(),
                                delivery.createdAt(),
                                delivery.updatedAt()))
                        .toList());
    }
}
