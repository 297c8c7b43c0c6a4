package io.muster.api.service.publication;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.muster.api.plan.PlanFolder;
import io.muster.api.service.access.Caller;
import io.muster.api.service.content.Contents;
import io.muster.api.service.dataset.DataSets;
import io.muster.api.service.event.EventKind;
import io.muster.api.service.event.Webhooks;
import io.muster.api.service.plan.PlanState;
import io.muster.api.service.plan.Plans;
import io.muster.api.service.plan.StoredPlan;
import io.muster.api.service.trail.Trail;
import io.muster.api.service.web.EntityTags;
import io.muster.api.service.web.PageQuery;
import io.muster.api.service.web.PageView;
import io.muster.api.service.web.ProblemException;
import io.muster.data.io.PlanWriter;
import io.muster.data.plan.Booking;
import io.muster.data.plan.Plan;
import io.muster.data.plan.SessionRow;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Publishes plans, and knows what was published. */
@Component
public class Publications {
    private static final String SELECT =
            "select p.*, n.name as plan_name, n.state as plan_state, n.revision, n.rule_set_id, n.rule_set_hash, n.seed,"
                    + " n.booked, n.requirements, n.cost_pence from publication p join plan n on n.id = p.plan_id"
                    + " where p.data_set_id = ?";

    private final JdbcClient jdbc;
    private final Plans plans;
    private final DataSets dataSets;
    private final Checklist checklist;
    private final Contents contents;
    private final Webhooks webhooks;
    private final Trail trail;
    private final TransactionTemplate transaction;
    private final ObjectMapper json;
    private final Clock clock;

    Publications(
            JdbcClient jdbc,
            Plans plans,
            DataSets dataSets,
            Checklist checklist,
            Contents contents,
            Webhooks webhooks,
            Trail trail,
            TransactionTemplate transaction,
            ObjectMapper json,
            Clock clock) {
        this.jdbc = jdbc;
        this.plans = plans;
        this.dataSets = dataSets;
        this.checklist = checklist;
        this.contents = contents;
        this.webhooks = webhooks;
        this.trail = trail;
        this.transaction = transaction;
        this.json = json;
        this.clock = clock;
    }

    /**
     * What of a plan waits for somebody's decision, whether it is published or not. What the auditor says is left out: a
     * plan never changes, and nothing is stored that it has not passed.
     *
     * @param plan the plan
     * @return the items of its checklist that have a count
     * @throws ProblemException 409 when it is not complete
     */
    public List<ChecklistItem> openItems(StoredPlan plan) {
        return checklist.withoutAudit(plan).stream()
                .filter(item -> item.count() > 0)
                .toList();
    }

    /** Publishes a plan on somebody's word, all of it or nothing; only one does at a time for a data set. */
    PublicationView publish(
            String planId, String note, Set<String> acknowledged, @Nullable String ifMatch, Caller caller) {
        StoredPlan read = draft(planId, ifMatch);
        // What takes long is done before anybody has to wait for it.
        checklist.of(read);
        String content = published(read);
        return Objects.requireNonNull(transaction.execute(status -> {
            plans.lock(read.dataSetId());
            StoredPlan plan = draft(planId, ifMatch);
            List<ChecklistItem> items = checklist.of(plan);
            requireAcknowledged(items, acknowledged);
            if (!plans.publish(plan, content)) {
                throw changed(planId);
            }
            int number = add(plan, note, contents.storeText(text(items)), caller.userId());
            trail.write(caller.userId(), "PLAN_PUBLISHED", "plan/" + planId, detail(plan, number, acknowledged));
            webhooks.announce(EventKind.PLAN_PUBLISHED, planId);
            return jdbc.sql(SELECT + " and p.number = ?")
                    .params(plan.dataSetId(), number)
                    .query(Publications::view)
                    .single();
        }));
    }

    /**
     * Publishes an option of a re-plan in place of the plan that it repairs, and does what else belongs to it: all of it or
     * nothing. Choosing the option is the human's word; its checklist is kept with the publication.
     *
     * @param planId the option
     * @param note why; possibly empty
     * @param caller who chose it
     * @param also what else is done in the same transaction
     * @throws ProblemException 409 {@code plan-superseded} when another plan was published since the option was made, {@code
     *     plan-not-draft}, {@code plan-not-publishable} or {@code plan-changed} when it cannot be published
     */
    public void publishRepair(String planId, String note, Caller caller, Runnable also) {
        StoredPlan read = plans.get(planId);
        List<ChecklistItem> items = read.state() == PlanState.DRAFT ? checklist.of(read) : List.of();
        String content = published(read);
        transaction.executeWithoutResult(status -> {
            plans.lock(read.dataSetId());
            StoredPlan plan = plans.get(planId);
            String holds =
                    plans.findPublished(plan.dataSetId()).map(StoredPlan::id).orElse(null);
            if (!Objects.equals(holds, plan.parentId())) {
                throw ProblemException.conflict(
                        "plan-superseded",
                        "Another plan was published since this option was made; re-plan from that one.");
            }
            if (plan.state() != PlanState.DRAFT) {
                throw ProblemException.conflict(
                        "plan-not-draft",
                        "Plan '" + planId + "' is " + plan.state() + "; only a draft can be published.");
            }
            requireAcknowledged(items, Set.copyOf(ChecklistView.of("", items).toAcknowledge()));
            if (!plans.publish(plan, content)) {
                throw changed(planId);
            }
            int number = add(plan, note, contents.storeText(text(items)), caller.userId());
            trail.write(caller.userId(), "PLAN_PUBLISHED", "plan/" + planId, detail(plan, number, Set.of()));
            webhooks.announce(EventKind.PLAN_PUBLISHED, planId);
            also.run();
        });
    }

    /** What was published of a data set, the newest first. */
    PageView<PublicationView> list(String dataSetId, PageQuery page) {
        dataSets.get(dataSetId);
        return page.of(
                jdbc.sql(SELECT + " order by p.number desc")
                        .param(dataSetId)
                        .query(Publications::view)
                        .list(),
                PublicationController.ORDERS);
    }

    private StoredPlan draft(String planId, @Nullable String ifMatch) {
        StoredPlan plan = plans.get(planId);
        if (plan.state() != PlanState.DRAFT) {
            throw ProblemException.conflict(
                    "plan-not-draft", "Plan '" + planId + "' is " + plan.state() + "; only a draft can be published.");
        }
        EntityTags.demand(ifMatch, plan.version());
        return plan;
    }

    private static void requireAcknowledged(List<ChecklistItem> items, Set<String> acknowledged) {
        ChecklistView view = ChecklistView.of("", items);
        if (!view.publishable()) {
            throw ProblemException.conflict(
                    "plan-not-publishable",
                    "The plan cannot be published: "
                            + items.stream()
                                    .filter(item -> item.state() == ChecklistItem.State.BLOCKING)
                                    .map(ChecklistItem::code)
                                    .toList()
                            + ". The checklist tells more.");
        }
        List<String> missing = view.toAcknowledge().stream()
                .filter(code -> !acknowledged.contains(code))
                .toList();
        if (!missing.isEmpty()) {
            throw ProblemException.conflict(
                    "checklist-not-acknowledged",
                    "Read the checklist and acknowledge what it says of " + String.join(", ", missing) + ".");
        }
    }

    private static ProblemException changed(String planId) {
        return ProblemException.conflict(
                "plan-changed", "Somebody has just changed plan '" + planId + "'; read it again.");
    }

    /** The plan's content with everything planned in it published. */
    private String published(StoredPlan stored) {
        Plan plan = PlanFolder.read(contents.file(Objects.requireNonNull(stored.content()), ".zip"), new ArrayList<>());
        Path zip = contents.temporary(".zip");
        try {
            PlanWriter.writeZip(
                    new Plan(
                            plan.scope(),
                            plan.sessions().stream()
                                    .map(Publications::published)
                                    .toList(),
                            plan.bookings().stream()
                                    .map(Publications::published)
                                    .toList(),
                            plan.unbooked(),
                            plan.changes(),
                            plan.pins(),
                            plan.summary()),
                    zip,
                    stored.kind() == StoredPlan.Kind.REPLAN || !plan.changes().isEmpty());
            return contents.store(zip);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            try {
                Files.deleteIfExists(zip);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private static SessionRow published(SessionRow row) {
        return row.status() != SessionRow.Status.PLANNED
                ? row
                : new SessionRow(
                        row.id(),
                        row.moduleId(),
                        row.date(),
                        row.slotIds(),
                        row.roomId(),
                        row.venueId(),
                        row.trainerIds(),
                        row.capacity(),
                        row.booked(),
                        SessionRow.Status.PUBLISHED);
    }

    private static Booking published(Booking row) {
        return row.status() != Booking.Status.PLANNED
                ? row
                : new Booking(
                        row.staffId(),
                        row.moduleId(),
                        row.sessionId(),
                        row.date(),
                        row.slotIds(),
                        Booking.Status.PUBLISHED);
    }

    private int add(StoredPlan plan, String note, String items, String userId) {
        int number = jdbc.sql("select coalesce(max(number), 0) + 1 from publication where data_set_id = ?")
                .param(plan.dataSetId())
                .query(Integer.class)
                .single();
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        jdbc.sql("insert into publication (data_set_id, number, plan_id, note, checklist, published_at, published_by)"
                        + " values (?, ?, ?, ?, ?, ?, ?)")
                .params(plan.dataSetId(), number, plan.id(), note, items, now.atOffset(ZoneOffset.UTC), userId)
                .update();
        return number;
    }

    private String detail(StoredPlan plan, int number, Set<String> acknowledged) {
        return "publication=" + number + " dataSet=" + plan.dataSetId() + " revision=" + plan.revision() + " inputHash="
                + dataSets.revision(plan.dataSetId(), plan.revision()).inputHash() + " ruleSet=" + plan.ruleSetId()
                + " ruleSetHash=" + plan.ruleSetHash() + " seed=" + plan.seed() + " acknowledged="
                + acknowledged.stream().sorted().toList();
    }

    private String text(List<ChecklistItem> items) {
        try {
            return json.writeValueAsString(items);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static PublicationView view(ResultSet row, int index) throws SQLException {
        return new PublicationView(
                row.getString("data_set_id"),
                row.getInt("number"),
                row.getString("plan_id"),
                row.getString("plan_name"),
                row.getString("plan_state").equals(PlanState.PUBLISHED.name()),
                row.getInt("revision"),
                row.getString("rule_set_id"),
                row.getString("rule_set_hash"),
                row.getLong("seed"),
                row.getObject("booked", Integer.class),
                row.getObject("requirements", Integer.class),
                row.getObject("cost_pence", Long.class),
                row.getString("note"),
                row.getObject("published_at", OffsetDateTime.class).toInstant(),
                row.getString("published_by"));
    }
}
