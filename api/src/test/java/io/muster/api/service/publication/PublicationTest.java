package io.muster.api.service.publication;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.muster.api.plan.PlanFolder;
import io.muster.api.service.access.Role;
import io.muster.api.service.content.Contents;
import io.muster.api.service.dataset.Revision;
import io.muster.api.service.live.LivePlans;
import io.muster.api.service.plan.PlanState;
import io.muster.api.service.plan.Plans;
import io.muster.api.service.plan.StoredPlan;
import io.muster.api.service.support.Given;
import io.muster.api.service.support.ServiceTest;
import io.muster.api.service.support.WrittenTrail;
import io.muster.data.io.PlanWriter;
import io.muster.data.plan.Booking;
import io.muster.data.plan.Plan;
import io.muster.data.plan.SessionRow;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.client.RestClient;

class PublicationTest extends ServiceTest {
    @Autowired
    private Plans plans;

    @Autowired
    private LivePlans livePlans;

    @Autowired
    private Contents contents;

    @Autowired
    private JdbcClient jdbc;

    @TempDir
    private Path folder;

    @Test
    void aDraftTakesThePlaceOfThePublishedPlan() {
        Revision revision = given().dataSet();
        StoredPlan former = given().plan(revision, PlanState.PUBLISHED);
        StoredPlan draft = given().plan(revision, PlanState.DRAFT);
        livePlans.get(draft.id());

        ResponseEntity<JsonNode> published = publish(draft.id(), "\"0\"", toAcknowledge(draft.id()));

        assertThat(published.getStatusCode().value()).isEqualTo(201);
        assertThat(published.getBody().path("number").asInt()).isEqualTo(1);
        assertThat(plans.get(former.id()).state()).isEqualTo(PlanState.SUPERSEDED);
        assertThat(plans.get(draft.id()).state()).isEqualTo(PlanState.PUBLISHED);
        Plan rows = livePlans.get(draft.id()).plan();
        assertThat(rows.bookings()).extracting(Booking::status).containsOnly(Booking.Status.PUBLISHED);
        assertThat(rows.sessions()).extracting(SessionRow::status).containsOnly(SessionRow.Status.PUBLISHED);
        assertThat(WrittenTrail.details(jdbc, "PLAN_PUBLISHED", "plan/" + draft.id()))
                .singleElement()
                .asString()
                .contains("inputHash=" + revision.inputHash(), "ruleSetHash=" + draft.ruleSetHash(), "seed=1");
        JsonNode list = as(Role.GOVERNANCE)
                .get()
                .uri("/v1/data-sets/" + revision.dataSetId() + "/publications")
                .retrieve()
                .body(JsonNode.class);
        assertThat(list.at("/items/0/planId").asText()).isEqualTo(draft.id());
        assertThat(list.at("/items/0/isCurrent").asBoolean()).isTrue();
    }

    @Test
    void whatIsWrongMustBeReadFirst() {
        Revision revision = given().dataSet();
        StoredPlan draft = given().plan(revision, PlanState.DRAFT);
        StoredPlan newer = given().plan(revision, PlanState.DRAFT);
        jdbc.sql("update plan set created_at = ? where id = ?")
                .params(OffsetDateTime.parse("2025-01-01T00:00:00Z"), newer.id())
                .update();

        assertThat(toAcknowledge(draft.id())).contains("newer-drafts");
        assertThat(code(publish(draft.id(), "\"0\"", List.of()))).isEqualTo("checklist-not-acknowledged");
        assertThat(code(publish(draft.id(), null, toAcknowledge(draft.id())))).isEqualTo("precondition-required");
        assertThat(code(publish(draft.id(), "\"5\"", toAcknowledge(draft.id()))))
                .isEqualTo("precondition-failed");
        assertThat(plans.get(draft.id()).state()).isEqualTo(PlanState.DRAFT);
    }

    @Test
    void aCostFarAboveItsProvenBoundIsToBeKnownOf() {
        Revision revision = given().dataSet();
        StoredPlan draft = given().plan(revision, PlanState.DRAFT);

        withBound(draft, draft.costPence() / 2);

        assertThat(toAcknowledge(draft.id())).contains("gap");
        assertThat(StreamSupport.stream(checklist(draft.id()).path("items").spliterator(), false)
                        .filter(item -> item.path("code").asText().equals("gap")))
                .singleElement()
                .satisfies(item -> assertThat(item.path("count").asInt()).isBetween(100, 101));
        withBound(draft, draft.costPence() - 1);
        assertThat(toAcknowledge(draft.id())).doesNotContain("gap");
    }

    private void withBound(StoredPlan plan, long bound) {
        jdbc.sql("update plan set summary = ? where id = ?")
                .params(
                        "{\"cost\": {\"total\": " + plan.costPence() + "}, \"lowerBounds\": {\"cost\": " + bound
                                + "}, \"hardViolations\": {}}",
                        plan.id())
                .update();
    }

    /** The auditor has the last word, whatever the plan says of itself. */
    @Test
    void aPlanThatBreaksARuleIsNotPublished() throws Exception {
        StoredPlan draft = given().plan(given().dataSet(), PlanState.DRAFT);
        jdbc.sql("update plan set content = ? where id = ?")
                .params(contents.store(withoutTrainers()), draft.id())
                .update();

        JsonNode items = checklist(draft.id()).path("items");

        assertThat(StreamSupport.stream(items.spliterator(), false)
                        .filter(item -> item.path("code").asText().equals("hard-violations")))
                .singleElement()
                .satisfies(item -> assertThat(item.path("state").asText()).isEqualTo("BLOCKING"));
        assertThat(code(publish(draft.id(), "\"0\"", List.of("hard-violations"))))
                .isEqualTo("plan-not-publishable");
    }

    @Test
    void ofTwoWhoPublishAtOnceOneIsTurnedAway() {
        Revision revision = given().dataSet();
        StoredPlan first = given().plan(revision, PlanState.DRAFT);
        StoredPlan second = given().plan(revision, PlanState.DRAFT);
        List<String> known = toAcknowledge(first.id());

        List<CompletableFuture<Integer>> answers = Stream.of(first, second)
                .map(plan -> CompletableFuture.supplyAsync(
                        () -> publish(plan.id(), "\"0\"", known).getStatusCode().value()))
                .toList();

        assertThat(answers.stream().map(CompletableFuture::join)).containsExactlyInAnyOrder(201, 412);
        assertThat(plans.list(revision.dataSetId()).stream().map(StoredPlan::state))
                .containsExactlyInAnyOrder(PlanState.PUBLISHED, PlanState.DRAFT);
    }

    @Test
    void twoPlansAreCompared() throws Exception {
        Revision revision = given().dataSet();
        StoredPlan whole = given().plan(revision, PlanState.DRAFT);
        StoredPlan shorter = given().plan(revision, PlanState.DRAFT);
        jdbc.sql("update plan set content = ? where id = ?")
                .params(contents.store(withoutFirstBooking()), shorter.id())
                .update();

        JsonNode difference = differences(as(Role.PLANNER), whole.id(), shorter.id());

        assertThat(difference.at("/total/dropped").asInt()).isEqualTo(1);
        assertThat(difference.at("/people/total").asInt()).isEqualTo(1);
        assertThat(difference.at("/people/items/0/kind").asText()).isEqualTo("DROPPED");
        assertThat(difference.at("/cost/total/before").asLong())
                .isNotEqualTo(difference.at("/cost/total/after").asLong());
        JsonNode sameBcu = differences(as(Role.BCU_RESOURCING), whole.id(), shorter.id());
        assertThat(sameBcu.at("/people/total").asInt())
                .isEqualTo(difference.at("/byBcu/" + BCU + "/dropped").asInt());
    }

    private Path withoutTrainers() throws Exception {
        Plan plan = PlanFolder.read(Given.planZip(), new ArrayList<>());
        List<SessionRow> sessions = plan.sessions().stream()
                .map(row -> new SessionRow(
                        row.id(),
                        row.moduleId(),
                        row.date(),
                        row.slotIds(),
                        row.roomId(),
                        row.venueId(),
                        List.of(),
                        row.capacity(),
                        row.booked(),
                        row.status()))
                .toList();
        return zip(new Plan(plan.scope(), sessions, plan.bookings(), plan.unbooked(), plan.changes(), plan.summary()));
    }

    private Path withoutFirstBooking() throws Exception {
        Plan plan = PlanFolder.read(Given.planZip(), new ArrayList<>());
        return zip(new Plan(
                plan.scope(),
                plan.sessions(),
                plan.bookings().subList(1, plan.bookings().size()),
                plan.unbooked(),
                plan.changes(),
                plan.summary()));
    }

    private Path zip(Plan plan) throws Exception {
        Path zip = folder.resolve("plan.zip");
        PlanWriter.writeZip(plan, zip, false);
        return zip;
    }

    private static JsonNode differences(RestClient client, String from, String to) {
        return client.get()
                .uri("/v1/plans/" + to + "/differences?from=" + from)
                .retrieve()
                .body(JsonNode.class);
    }

    private JsonNode checklist(String id) {
        return as(Role.PLANNER)
                .get()
                .uri("/v1/plans/" + id + "/checklist")
                .retrieve()
                .body(JsonNode.class);
    }

    private List<String> toAcknowledge(String id) {
        return StreamSupport.stream(checklist(id).path("toAcknowledge").spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }

    private ResponseEntity<JsonNode> publish(String id, String tag, List<String> acknowledged) {
        return as(Role.PLANNER)
                .post()
                .uri("/v1/plans/" + id + "/publication")
                .headers(headers -> {
                    if (tag != null) {
                        headers.set("If-Match", tag);
                    }
                })
                .contentType(MediaType.APPLICATION_JSON)
                .body(Map.of("note", "For the summer", "acknowledged", acknowledged))
                .retrieve()
                .toEntity(JsonNode.class);
    }

    private static String code(ResponseEntity<JsonNode> answer) {
        return answer.getBody().path("code").asText();
    }
}
