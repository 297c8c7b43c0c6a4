package io.muster.api.service.replan;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.muster.api.service.access.Role;
import io.muster.api.service.live.LivePlan;
import io.muster.api.service.plan.PlanState;
import io.muster.api.service.plan.Plans;
import io.muster.api.service.support.Solves;
import io.muster.data.plan.Booking;
import io.muster.data.plan.BookingKey;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;

class ReplanTest extends ReplanTestSupport {
    @Autowired
    private Plans plans;

    @Test
    void aRecordedDisruptionShowsWhatItBreaks() {
        LivePlan plan = published();
        Booking hit = laterBooking(plan);
        String session = Objects.requireNonNull(hit.sessionId());

        ResponseEntity<JsonNode> recorded = post(
                Role.PLANNER, disruptionsOf(plan), disruption("D1", "SESSION_CANCELLED", session, null, null, null));

        assertThat(recorded.getStatusCode()).isEqualTo(HttpStatus.CREATED);
        assertThat(recorded.getHeaders().getLocation()).hasToString(disruptionsOf(plan) + "/D1");
        JsonNode effect = Objects.requireNonNull(
                get(Role.PLANNER, disruptionsOf(plan) + "/effect?asOf=" + DAY).getBody());
        assertThat(effect.get("disruptions").asInt()).isEqualTo(1);
        assertThat(effect.get("broken").get("items"))
                .anySatisfy(row -> assertThat(row.get("staffId").asText()).isEqualTo(hit.staffId()))
                .hasSizeGreaterThanOrEqualTo(
                        plan.bookingsBySession().get(session).size());
        assertThat(effect.get("brokenBookings").asInt())
                .isEqualTo(effect.get("broken").get("total").asInt());
    }

    @Test
    void whatADisruptionWouldBreakIsToldBeforeItIsRecorded() {
        LivePlan plan = published();
        String session = Objects.requireNonNull(laterBooking(plan).sessionId());
        Map<String, ?> cancelled = disruption("D1", "SESSION_CANCELLED", session, null, null, null);

        JsonNode before =
                Objects.requireNonNull(post(Role.PLANNER, disruptionsOf(plan) + "/effect?asOf=" + DAY, cancelled)
                        .getBody());

        assertThat(before.get("brokenBookings").asInt())
                .isGreaterThanOrEqualTo(plan.bookingsBySession().get(session).size());
        assertThat(before.get("sessionsHit").asInt()).isPositive();
        assertThat(Objects.requireNonNull(get(Role.PLANNER, disruptionsOf(plan)).getBody())
                        .get("total")
                        .asInt())
                .isZero();
        post(Role.PLANNER, disruptionsOf(plan), cancelled);
        JsonNode again = Objects.requireNonNull(post(
                        Role.PLANNER,
                        disruptionsOf(plan) + "/effect?asOf=" + DAY,
                        disruption("D2", "SESSION_CANCELLED", session, null, null, null))
                .getBody());
        assertThat(again.get("brokenBookings").asInt()).isZero();
    }

    @Test
    void disruptionsWithErrorsAreRefusedWithEveryIssueAndNothingIsKept() {
        LivePlan plan = published();
        String csv = """
                disruption,kind,subject,from,to,value,note
                A,ROOM_CLOSED,nowhere,2025-05-12,,,
                B,STAFF_MOVED,nobody,2025-13-01,,T1,
                C,DEMAND,ALL,2025-06-01,2025-06-02,0,fine
                """;

        ResponseEntity<JsonNode> answer = as(Role.PLANNER)
                .post()
                .uri(disruptionsOf(plan))
                .header("Content-Type", "text/csv")
                .body(csv)
                .retrieve()
                .toEntity(JsonNode.class);

        assertThat(answer.getStatusCode()).isEqualTo(HttpStatus.UNPROCESSABLE_ENTITY);
        assertThat(Objects.requireNonNull(get(Role.PLANNER, disruptionsOf(plan)).getBody())
                        .get("total")
                        .asInt())
                .isZero();
    }

    @Test
    void anAcceptedOptionTakesThePlaceOfThePublishedPlan() throws Exception {
        LivePlan plan = published();
        String session = Objects.requireNonNull(laterBooking(plan).sessionId());
        post(Role.PLANNER, disruptionsOf(plan), disruption("D1", "SESSION_CANCELLED", session, null, null, null));

        JsonNode replan = replan(plan, DAY, "LEAST_DISTURBANCE", "FASTEST_COMPLETION");

        assertThat(replan.get("state").asText()).as("%s", replan).isEqualTo("READY");
        assertThat(replan.get("options")).hasSize(2);
        String planId = replan.get("options").get(0).get("planId").asText();
        String otherId = replan.get("options").get(1).get("planId").asText();
        assertThat(accept(replan, planId).getStatusCode()).isEqualTo(HttpStatus.OK);
        assertThat(plans.findPublished(plan.stored().dataSetId()).orElseThrow().id())
                .isEqualTo(planId);
        assertThat(plans.get(plan.stored().id()).state()).isEqualTo(PlanState.SUPERSEDED);
        assertThat(plans.get(otherId).state()).isEqualTo(PlanState.DISCARDED);
        JsonNode disruption = Objects.requireNonNull(
                get(Role.PLANNER, disruptionsOf(plan) + "/D1").getBody());
        assertThat(disruption.get("state").asText()).isEqualTo("APPLIED");
        assertThat(disruption.get("planId").asText()).isEqualTo(planId);
    }

    @Test
    void anOptionIsRefusedOnceAnotherPlanHolds() throws Exception {
        LivePlan plan = published();
        JsonNode first = replan(plan, DAY, "LEAST_DISTURBANCE");
        JsonNode second = replan(plan, DAY, "LEAST_DISTURBANCE");
        accept(first, first.get("options").get(0).get("planId").asText());

        ResponseEntity<JsonNode> refused =
                accept(second, second.get("options").get(0).get("planId").asText());

        assertThat(refused.getStatusCode()).isEqualTo(HttpStatus.CONFLICT);
    }

    @Test
    void whatIsLeftOfTheSeasonIsSimulatedOverAReplan() throws Exception {
        LivePlan plan = published();
        String trainer = plan.plan().sessions().stream()
                .filter(session -> session.date().isAfter(DAY.plusDays(7)))
                .flatMap(session -> session.trainerIds().stream())
                .findFirst()
                .orElseThrow();
        post(
                Role.PLANNER,
                disruptionsOf(plan),
                disruption("T", "TRAINER_ABSENT", trainer, DAY.plusDays(7).toString(), null, null));
        JsonNode replan = replan(plan, DAY.plusDays(2), "LEAST_DISTURBANCE");
        String planId = replan.get("options").get(0).get("planId").asText();

        ResponseEntity<JsonNode> asked = post(
                Role.PLANNER,
                "/v1/simulations",
                Map.of("dataSetId", plan.stored().dataSetId(), "planId", planId, "runs", 1, "weeks", 2));

        assertThat(asked.getStatusCode()).as("%s", asked.getBody()).isEqualTo(HttpStatus.ACCEPTED);
        JsonNode done = Solves.await(
                as(Role.PLANNER),
                Objects.requireNonNull(asked.getHeaders().getLocation()).toString(),
                simulation -> !simulation.get("state").asText().equals("QUEUED"));
        assertThat(done.get("state").asText()).as("%s", done).isEqualTo("READY");
        int before = (int) livePlans.get(planId).plan().bookings().stream()
                .filter(booking -> booking.date().isBefore(DAY.plusDays(7)))
                .count();
        assertThat(before).isPositive();
        assertThat(done.at("/result/policies/0/seasons/0/attended").asInt()).isGreaterThan(before);
    }

    /** A venue that one re-plan learns of stays closed in the next, and nobody's booking is lost without a row. */
    @Test
    void whatAnEarlierReplanAnsweredStillHoldsInTheNext() throws Exception {
        LivePlan plan = published();
        String dataSetId = plan.stored().dataSetId();
        Booking hit = laterBooking(plan);
        String room = Objects.requireNonNull(
                Objects.requireNonNull(plan.sessionById().get(Objects.requireNonNull(hit.sessionId())))
                        .roomId());
        post(Role.PLANNER, disruptionsOf(plan), disruption("R", "ROOM_CLOSED", room, DAY.toString(), null, null));
        JsonNode first = replan(plan, DAY, "LEAST_DISTURBANCE");
        assertThat(accept(first, first.get("options").get(0).get("planId").asText())
                        .getStatusCode())
                .isEqualTo(HttpStatus.OK);
        LivePlan second =
                livePlans.get(plans.findPublished(dataSetId).orElseThrow().id());
        Booking absent = laterBooking(second);
        String from = absent.date() + "T00:00";
        String to = absent.date().plusDays(1) + "T00:00";
        post(Role.PLANNER, disruptionsOf(plan), disruption("S", "STAFF_ABSENT", absent.staffId(), from, to, null));

        JsonNode next = replan(second, DAY.plusDays(7), "LEAST_DISTURBANCE");

        assertThat(next.get("state").asText()).as("%s", next).isEqualTo("READY");
        String nextId = next.get("options").get(0).get("planId").asText();
        LivePlan third = livePlans.get(nextId);
        assertThat(third.plan().sessions())
                .filteredOn(session -> session.booked() > 0 && !session.date().isBefore(DAY))
                .noneSatisfy(session -> assertThat(session.roomId()).isEqualTo(room));
        Set<BookingKey> told = third.plan().changes().stream()
                .map(change -> new BookingKey(change.staffId(), change.moduleId()))
                .collect(Collectors.toSet());
        Set<BookingKey> booked =
                third.plan().bookings().stream().map(BookingKey::of).collect(Collectors.toSet());
        assertThat(second.plan().bookings())
                .extracting(BookingKey::of)
                .allMatch(key -> booked.contains(key) || told.contains(key));
        JsonNode audit = Objects.requireNonNull(
                get(Role.PLANNER, "/v1/plans/" + nextId + "/checklist").getBody());
        assertThat(audit.get("items"))
                .filteredOn(item -> item.get("code").asText().equals("hard-violations"))
                .singleElement()
                .satisfies(item -> assertThat(item.get("count").asInt()).isZero());
        String option = "/v1/replans/" + next.get("id").asText() + "/options/" + nextId;
        JsonNode changes =
                Objects.requireNonNull(get(Role.PLANNER, option + "/changes").getBody());
        assertThat(changes.get("total").asInt())
                .isEqualTo(third.plan().changes().size());
        JsonNode messages = Objects.requireNonNull(
                get(Role.PLANNER, option + "/messages?recipient=OFFICER").getBody());
        assertThat(messages.get("items"))
                .anySatisfy(row -> assertThat(row.get("recipientId").asText()).isEqualTo(absent.staffId()));
    }
}
