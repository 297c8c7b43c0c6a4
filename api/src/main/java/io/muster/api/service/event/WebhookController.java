package io.muster.api.service.event;

import io.muster.api.service.access.Allowed;
import io.muster.api.service.access.Caller;
import io.muster.api.service.access.Role;
import io.muster.api.service.content.Ids;
import io.muster.api.service.trail.Trail;
import io.muster.api.service.web.PageQuery;
import io.muster.api.service.web.PageView;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Other systems that are told of events. */
@RestController
@RequestMapping("/v1/webhooks")
@Tag(name = "Webhooks")
class WebhookController {
    private static final int DELIVERIES_SHOWN = 10;
    private static final Map<String, Comparator<WebhookView>> ORDERS =
            Map.of("createdAt", Comparator.comparing(WebhookView::createdAt));

    private final Webhooks webhooks;
    private final Secrets secrets;
    private final TargetGuard guard;
    private final Trail trail;
    private final TransactionTemplate transaction;
    private final Clock clock;

    WebhookController(
            Webhooks webhooks,
            Secrets secrets,
            TargetGuard guard,
            Trail trail,
            TransactionTemplate transaction,
            Clock clock) {
        this.webhooks = webhooks;
        this.secrets = secrets;
        this.guard = guard;
        this.trail = trail;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * Who is to be told.
     *
     * @param url where to: https
     * @param events of what
     */
    record NewWebhook(
            @NotNull @Size(max = 1000) String url, @NotEmpty Set<@NotNull EventKind> events) {}

    @PostMapping
    @Operation(summary = "Have another system told of events; the answer shows its secret, once")
    @Allowed({Role.ADMINISTRATOR, Role.PLANNER})
    ResponseEntity<WebhookView> create(@Valid @RequestBody NewWebhook wanted, Caller caller) {
        guard.check(wanted.url());
        String secret = secrets.next();
        Webhook webhook = new Webhook(
                Ids.next("webhook"),
                wanted.url(),
                wanted.events(),
                secrets.encrypt(secret),
                clock.instant().truncatedTo(ChronoUnit.MILLIS),
                caller.userId());
        transaction.executeWithoutResult(status -> {
            webhooks.add(webhook);
            trail.write(caller.userId(), "WEBHOOK_CREATED", "webhook/" + webhook.id(), webhook.url());
        });
        return ResponseEntity.created(URI.create("/v1/webhooks/" + webhook.id()))
                .body(WebhookView.of(webhook, secret, List.of()));
    }

    @GetMapping
    @Operation(summary = "List the webhooks with their latest deliveries")
    @Allowed({Role.ADMINISTRATOR, Role.PLANNER})
    PageView<WebhookView> list(@ParameterObject PageQuery page) {
        return page.of(webhooks.list().stream().map(this::view).toList(), ORDERS);
    }

    @GetMapping("/{id}")
    @Operation(summary = "A webhook with its latest deliveries")
    @Allowed({Role.ADMINISTRATOR, Role.PLANNER})
    WebhookView get(@PathVariable String id) {
        return view(webhooks.get(id));
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Tell a system no more")
    @Allowed({Role.ADMINISTRATOR, Role.PLANNER})
    void delete(@PathVariable String id, Caller caller) {
        transaction.executeWithoutResult(status -> {
            Webhook webhook = webhooks.get(id);
            webhooks.delete(id);
            trail.write(caller.userId(), "WEBHOOK_DELETED", "webhook/" + id, webhook.url());
        });
    }

    private WebhookView view(Webhook webhook) {
        return WebhookView.of(webhook, null, webhooks.deliveries(webhook.id(), DELIVERIES_SHOWN));
    }
}
