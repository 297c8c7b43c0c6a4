package io.muster.api.service.event;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.kagkarlsson.scheduler.SchedulerClient;
import io.muster.api.service.content.Ids;
import io.muster.api.service.web.ProblemException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Lazy;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who is told of what, in the database, and what they are still to be told. */
@Component
public class Webhooks {
    private final JdbcClient jdbc;
    private final SchedulerClient scheduler;
    private final ObjectMapper json;
    private final Clock clock;

    Webhooks(JdbcClient jdbc, @Lazy SchedulerClient scheduler, ObjectMapper json, Clock clock) {
        this.jdbc = jdbc;
        this.scheduler = scheduler;
        this.json = json;
        this.clock = clock;
    }

    /** What is sent: nothing that is not for everybody's eyes; whoever is told asks the API for more. */
    private record Payload(String id, EventKind event, String subject, Instant at) {}

    /**
     * Tells whoever wants to know. Inside a transaction they are told when it is kept.
     *
     * @param kind what happened
     * @param subject id of what it happened to
     */
    public void announce(EventKind kind, String subject) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        for (Webhook webhook : list()) {
            if (webhook.events().contains(kind)) {
                String id = Ids.next("delivery");
                jdbc.sql("insert into webhook_delivery (id, webhook_id, event, payload, attempts, state, created_at,"
                                + " updated_at) values (?, ?, ?, ?, 0, 'WAITING', ?, ?)")
                        .params(
                                id,
                                webhook.id(),
                                kind.code(),
                                payload(new Payload(id, kind, subject, now)),
                                now.atOffset(ZoneOffset.UTC),
                                now.atOffset(ZoneOffset.UTC))
                        .update();
                scheduler.scheduleIfNotExists(DeliveryTask.TASK.instance(id).build(), now);
            }
        }
    }

    void add(Webhook webhook) {
        jdbc.sql("insert into webhook (id, url, events, secret, enabled, created_at, created_by)"
                        + " values (?, ?, ?, ?, true, ?, ?)")
                .params(
                        webhook.id(),
                        webhook.url(),
                        webhook.events().stream().map(EventKind::code).sorted().collect(Collectors.joining(",")),
                        webhook.secret(),
                        webhook.createdAt().atOffset(ZoneOffset.UTC),
                        webhook.createdBy())
                .update();
    }

    List<Webhook> list() {
        return jdbc.sql("select * from webhook where enabled order by created_at, id")
                .query(Webhooks::webhook)
                .list();
    }

    Webhook get(String id) {
        return find(id).orElseThrow(() -> ProblemException.notFound("webhook", id));
    }

    Optional<Webhook> find(String id) {
        return jdbc.sql("select * from webhook where id = ? and enabled")
                .param(id)
                .query(Webhooks::webhook)
                .optional();
    }

    void delete(String id) {
        jdbc.sql("delete from webhook_delivery where webhook_id = ?").param(id).update();
        jdbc.sql("delete from webhook where id = ?").param(id).update();
    }

    Optional<Delivery> findDelivery(String id) {
        return jdbc.sql("select * from webhook_delivery where id = ?")
                .param(id)
                .query(Webhooks::delivery)
                .optional();
    }

    /** The newest deliveries of a webhook, the newest first. */
    List<Delivery> deliveries(String webhookId, int most) {
        return jdbc.sql("select * from webhook_delivery where webhook_id = ? order by created_at desc, id limit ?")
                .params(webhookId, most)
                .query(Webhooks::delivery)
                .list();
    }

    void tried(Delivery delivery, Delivery.State state, @Nullable Integer status) {
        jdbc.sql("update webhook_delivery set attempts = attempts + 1, state = ?, last_status = ?, updated_at = ?"
                        + " where id = ?")
                .params(state.name(), status, clock.instant().atOffset(ZoneOffset.UTC), delivery.id())
                .update();
    }

    private String payload(Payload payload) {
        try {
            return json.writeValueAsString(payload);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Webhook webhook(ResultSet row, int index) throws SQLException {
        return new Webhook(
                row.getString("id"),
                row.getString("url"),
                Arrays.stream(row.getString("events").split(",", -1))
                        .map(EventKind::of)
                        .collect(Collectors.toSet()),
                row.getString("secret"),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                row.getString("created_by"));
    }

    private static Delivery delivery(ResultSet row, int index) throws SQLException {
        return new Delivery(
                row.getString("id"),
                row.getString("webhook_id"),
                row.getString("event"),
                row.getString("payload"),
                row.getInt("attempts"),
                Delivery.State.valueOf(row.getString("state")),
                row.getObject("last_status", Integer.class),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                row.getObject("updated_at", OffsetDateTime.class).toInstant());
    }
}
