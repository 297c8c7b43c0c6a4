package io.muster.api.service.decide;

import static io.muster.api.service.support.SmallPlan.MONDAY_IN_MARCH;
import static io.muster.api.service.support.SmallPlan.MONDAY_IN_OCTOBER;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.muster.api.service.access.Role;
import io.muster.api.service.live.LivePlans;
import io.muster.api.service.plan.PlanState;
import io.muster.api.service.plan.Plans;
import io.muster.api.service.plan.StoredPlan;
import io.muster.api.service.support.ServiceTest;
import io.muster.data.plan.BookingKey;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

class DecisionsTest extends ServiceTest {
    @Autowired
    private Plans plans;

    @Autowired
    private LivePlans livePlans;

    @Test
    void aDryRunSaysAtOnceWhatItBreaksAndCosts() {
        StoredPlan plan = small().add(PlanState.DRAFT);

        JsonNode fits = body(decide(plan, null, true, book("P3", MONDAY_IN_MARCH)), HttpStatus.OK);
        assertThat(fits.get("allowed").asBoolean()).isTrue();
        assertThat(fits.at("/price/coverageShortfall").asLong()).isEqualTo(-1);
        assertThat(fits.at("/changes/0/to/sessionId").asText()).isEqualTo(MONDAY_IN_MARCH);
        assertThat(fits.get("planId").isNull()).isTrue();

        // The parade leaves P7's team one place, and P6 has it.
        JsonNode breaks = body(decide(plan, null, true, book("P7", MONDAY_IN_MARCH)), HttpStatus.OK);
        assertThat(breaks.get("allowed").asBoolean()).isFalse();
        assertThat(breaks.at("/breaches/0/ruleId").asText()).isEqualTo("H12");
        assertThat(plans.list(plan.dataSetId())).hasSize(1);
    }

    @Test
    void aBrokenHardRuleIsRefusedWithItsBreaches() {
        StoredPlan plan = small().add(PlanState.DRAFT);

        JsonNode problem = body(decide(plan, "\"0\"", false, book("P7", MONDAY_IN_MARCH)), HttpStatus.CONFLICT);

        assertThat(problem.get("code").asText()).isEqualTo("hard-rule-broken");
        assertThat(problem.at("/issues/0/code").asText()).isEqualTo("H12");
        assertThat(plans.list(plan.dataSetId())).hasSize(1);
    }

    @Test
    void aDecisionMakesADraftAndCanBeTakenBack() {
        StoredPlan plan = small().add(PlanState.DRAFT);

        ResponseEntity<JsonNode> made = decide(plan, "\"0\"", false, book("P3", MONDAY_IN_MARCH));

        body(made, HttpStatus.CREATED);
        StoredPlan draft = at(made);
        assertThat(draft.kind()).isEqualTo(StoredPlan.Kind.DECISION);
        assertThat(draft.state()).isEqualTo(PlanState.DRAFT);
        assertThat(draft.parentId()).isEqualTo(plan.id());
        assertThat(draft.booked()).isEqualTo(11);
        assertThat(livePlans.get(draft.id()).bookingsBySession().get(MONDAY_IN_MARCH))
                .hasSize(3);
        assertThat(livePlans.get(plan.id()).bookingsBySession().get(MONDAY_IN_MARCH))
                .hasSize(2);
        JsonNode kept = body(
                as(Role.AUDITOR)
                        .get()
                        .uri("/v1/plans/" + draft.id() + "/decisions")
                        .retrieve()
                        .toEntity(JsonNode.class),
                HttpStatus.OK);
        assertThat(kept.at("/0/kind").asText()).isEqualTo("BOOK");
        assertThat(kept.at("/0/reason").asText()).isEqualTo("Asked for by the borough");
        assertThat(kept.at("/0/decidedBy").asText()).isEqualTo("planner");

        ResponseEntity<JsonNode> undone = as(Role.PLANNER)
                .post()
                .uri("/v1/plans/" + draft.id() + "/decisions/undo")
                .header("If-Match", "\"0\"")
                .retrieve()
                .toEntity(JsonNode.class);
        body(undone, HttpStatus.CREATED);
        assertThat(at(undone).content()).isEqualTo(plan.content());
        assertThat(at(undone).state()).isEqualTo(PlanState.DRAFT);
    }

    @Test
    void whoDecidesSaysWhatTheySawAndWhy() {
        StoredPlan plan = small().add(PlanState.DRAFT);

        body(decide(plan, null, false, book("P3", MONDAY_IN_MARCH)), HttpStatus.PRECONDITION_REQUIRED);
        body(decide(plan, "\"7\"", false, book("P3", MONDAY_IN_MARCH)), HttpStatus.PRECONDITION_FAILED);
        body(post(plan, "\"0\"", Map.of("decisions", List.of(book("P3", MONDAY_IN_MARCH)))), HttpStatus.BAD_REQUEST);
        body(post(plan, "\"0\"", Map.of("decisions", List.of(), "reason", "x")), HttpStatus.BAD_REQUEST);
        body(decide(plan, "\"0\"", false, book("P99", MONDAY_IN_MARCH)), HttpStatus.BAD_REQUEST);
    }

    @Test
    void changesOfAPublishedPlanArePricedAsChangesAndSoAreFurtherOnes() {
        StoredPlan plan = small().add(PlanState.PUBLISHED);

        ResponseEntity<JsonNode> moved = decide(plan, "\"0\"", false, move("P1", MONDAY_IN_OCTOBER));

        assertThat(body(moved, HttpStatus.CREATED).at("/price/lines/change").asLong())
                .isEqualTo(1_000);
        StoredPlan first = at(moved);
        assertThat(first.asOf()).isEqualTo(LocalDate.of(2025, 2, 3));
        assertThat(livePlans.get(first.id()).plan().changes()).hasSize(1);

        ResponseEntity<JsonNode> cancelled =
                decide(first, "\"0\"", false, Map.of("kind", "CANCEL", "staffId", "P6", "moduleId", "D"));
        body(cancelled, HttpStatus.CREATED);
        assertThat(livePlans.get(at(cancelled).id()).plan().changes())
                .extracting(change -> new BookingKey(change.staffId(), change.moduleId()))
                .containsExactly(new BookingKey("P1", "D"), new BookingKey("P6", "D"));
    }

    @Test
    void aSessionIsMovedWithEverybodyInItAndTheRecordSaysWhereTo() {
        StoredPlan plan = small().add(PlanState.DRAFT);
        Map<String, Object> move = Map.of(
                "kind",
                "MOVE_SESSION",
                "sessionId",
                MONDAY_IN_MARCH,
                "target",
                Map.of("date", "2025-04-02", "slot", "AM", "trainerIds", List.of("T2")));
        Map<String, Object> body = Map.of("decisions", List.of(move), "reason", "The venue asked for it");

        JsonNode judged = body(post(plan, null, Map.of("decisions", List.of(move), "dryRun", true)), HttpStatus.OK);
        assertThat(judged.get("changes")).hasSize(2);
        // T2 is paid for another day; P1 and P6 have their other trainings on days of their own as before.
        assertThat(judged.at("/price/lines/trainer").asLong()).isEqualTo(50_000);

        ResponseEntity<JsonNode> made = post(plan, "\"0\"", body);
        body(made, HttpStatus.CREATED);
        assertThat(livePlans.get(at(made).id()).bookingsBySession().get("2025-04-02-AM-R1"))
                .hasSize(2);
        JsonNode kept = body(
                as(Role.AUDITOR)
                        .get()
                        .uri("/v1/plans/" + at(made).id() + "/decisions")
                        .retrieve()
                        .toEntity(JsonNode.class),
                HttpStatus.OK);
        assertThat(kept.at("/0/kind").asText()).isEqualTo("MOVE_SESSION");
        assertThat(kept.at("/0/sessionId").asText()).isEqualTo(MONDAY_IN_MARCH);
        assertThat(kept.at("/0/target").asText()).isEqualTo("2025-04-02 AM T2");
        assertThat(kept.at("/0/staffId").isNull()).isTrue();
    }

    @Test
    void aDecisionThatDoesNotSayWhatIsRefused() {
        StoredPlan plan = small().add(PlanState.DRAFT);

        assertThat(body(
                                decide(plan, null, true, Map.of("kind", "MOVE_SESSION", "sessionId", "x")),
                                HttpStatus.BAD_REQUEST)
                        .get("code")
                        .asText())
                .isEqualTo("decision-incomplete");
        assertThat(body(decide(plan, null, true, Map.of("kind", "PIN", "staffId", "P1")), HttpStatus.BAD_REQUEST)
                        .get("code")
                        .asText())
                .isEqualTo("decision-incomplete");
    }

    private static Map<String, String> book(String staffId, String sessionId) {
        return Map.of("kind", "BOOK", "staffId", staffId, "moduleId", "D", "sessionId", sessionId);
    }

    private static Map<String, String> move(String staffId, String sessionId) {
        return Map.of("kind", "MOVE", "staffId", staffId, "moduleId", "D", "sessionId", sessionId);
    }

    private ResponseEntity<JsonNode> decide(
            StoredPlan plan, @Nullable String ifMatch, boolean dryRun, Map<String, String> decision) {
        return post(
                plan,
                ifMatch,
                Map.of("decisions", List.of(decision), "reason", "Asked for by the borough", "dryRun", dryRun));
    }

    private ResponseEntity<JsonNode> post(StoredPlan plan, @Nullable String ifMatch, Map<String, Object> body) {
        return as(Role.PLANNER)
                .post()
                .uri("/v1/plans/" + plan.id() + "/decisions")
                .headers(headers -> {
                    if (ifMatch != null) {
                        headers.setIfMatch(ifMatch);
                    }
                })
                .contentType(MediaType.APPLICATION_JSON)
                .body(body)
                .retrieve()
                .toEntity(JsonNode.class);
    }

    private static JsonNode body(ResponseEntity<JsonNode> response, HttpStatus status) {
        assertThat(response.getStatusCode()).as("%s", response.getBody()).isEqualTo(status);
        return Objects.requireNonNull(response.getBody());
    }

    private StoredPlan at(ResponseEntity<JsonNode> response) {
        URI location = Objects.requireNonNull(response.getHeaders().getLocation());
        return plans.get(location.getPath().substring("/v1/plans/".length()));
    }
}
