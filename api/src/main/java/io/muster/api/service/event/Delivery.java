package io.muster.api.service.event;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One event for one webhook.
 *
 * @param id its id
 * @param webhookId the webhook
 * @param event the event's name
 * @param payload what is sent
 * @param attempts how often it was tried
 * @param state where it stands
 * @param lastStatus HTTP status of the last attempt; null: no answer yet
 * @param createdAt when it happened
 * @param updatedAt when it was tried last
 */
record Delivery(
        String id,
        String webhookId,
        String event,
        String payload,
        int attempts,
        State state,
        @Nullable Integer lastStatus,
        Instant createdAt,
        Instant updatedAt) {

    /** Where a delivery stands. */
    enum State {
        /** Is to be tried, again perhaps. */
        WAITING,
        /** The receiver has answered with 2xx. */
        DELIVERED,
        /** Was tried for about a day, in vain. */
        GIVEN_UP
    }
}
