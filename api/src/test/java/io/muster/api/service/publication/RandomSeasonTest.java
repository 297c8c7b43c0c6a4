package io.muster.api.service.publication;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.muster.api.service.access.Role;
import io.muster.api.service.live.LivePlans;
import io.muster.api.service.plan.PlanState;
import io.muster.api.service.plan.Plans;
import io.muster.api.service.plan.StoredPlan;
import io.muster.api.service.support.ServiceTest;
import io.muster.api.service.support.Solves;
import io.muster.data.plan.Booking;
import io.muster.data.plan.BookingKey;
import io.muster.data.plan.Plan;
import io.muster.data.plan.SessionRow;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.client.RestClient;

/**
 * Whatever is done to a published plan in whatever order, what holds afterwards keeps every rule, nobody loses a booking
 * without being told, and each call is answered as docs/SERVICE.md says.
 */
class RandomSeasonTest extends ServiceTest {
    private static final int STEPS = 8;
    private static final List<Integer> ANSWERS = List.of(200, 201, 202, 204, 400, 404, 409, 412, 422);
    private static final List<String> PEOPLE = List.of("P1", "P2", "P3", "P4", "P5", "P6", "P7");

    @Autowired
    private Plans plans;

    @Autowired
    private LivePlans livePlans;

    /** What a season has come to. */
    private static final class Season {
        private final Random random;
        private final String dataSetId;
        private final List<String> log = new ArrayList<>();
        private final Set<BookingKey> cancelledByHand = new HashSet<>();
        private LocalDate today = LocalDate.of(2025, 3, 24);
        private int disruptions;
        private int plansHeld;

        Season(long seed, String dataSetId) {
            random = new Random(seed);
            this.dataSetId = dataSetId;
        }

        <T> T pick(List<T> items) {
            return items.get(random.nextInt(items.size()));
        }

        LocalDate someDay() {
            return today.plusDays(random.nextInt(60));
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void whatHoldsKeepsTheRulesAndLosesNobodySilently(long seed) {
        Season season = new Season(seed, small().add(PlanState.PUBLISHED).dataSetId());

        for (int i = 0; i < STEPS; i++) {
            StoredPlan before = held(season);
            step(season, before);
            check(season, before, held(season));
        }
        // Some of it must have come to something, or this tests nothing.
        assertThat(season.plansHeld).as("%s", season.log).isPositive();
    }

    private void step(Season season, StoredPlan held) {
        season.today = season.today.plusDays(season.random.nextInt(20));
        switch (season.random.nextInt(5)) {
            case 0 -> disrupt(season, held);
            case 1 -> decide(season, held);
            case 2 -> attend(season, held);
            default -> {
                disrupt(season, held);
                replan(season);
            }
        }
    }

    private void disrupt(Season season, StoredPlan held) {
        Map<String, @Nullable Object> body = new HashMap<>();
        season.disruptions++;
        body.put("id", "D" + season.disruptions);
        LocalDate day = season.someDay();
        switch (season.random.nextInt(7)) {
            case 0 -> kind(body, "STAFF_ABSENT", season.pick(PEOPLE), day + "T00:00", day.plusDays(9) + "T00:00");
            case 1 -> kind(body, "TRAINER_ABSENT", season.pick(List.of("T1", "T2")), day.toString(), null);
            case 2 -> kind(body, "ROOM_CLOSED", season.pick(List.of("R1", "R2")), day.toString(), null);
            case 3 -> kind(body, "STAFF_LEFT", season.pick(PEOPLE), day.toString(), null);
            case 4 ->
                kind(
                        body,
                        "VENUE_CLOSED",
                        "V2",
                        day.toString(),
                        day.plusDays(30).toString());
            case 5 -> kind(body, "STAFF_ABSENT", "nobody", "yesterday", null);
            default -> {
                List<SessionRow> sessions = livePlans.get(held.id()).plan().sessions();
                kind(body, "SESSION_CANCELLED", season.pick(sessions).id(), null, null);
            }
        }
        call(season, HttpMethod.POST, "/v1/data-sets/" + season.dataSetId + "/disruptions", null, body);
    }

    private static void kind(
            Map<String, @Nullable Object> body,
            String kind,
            String subject,
            @Nullable String from,
            @Nullable String to) {
        body.put("kind", kind);
        body.put("subject", subject);
        body.put("from", from);
        body.put("to", to);
    }

    private void replan(Season season) {
        ResponseEntity<JsonNode> asked = call(
                season,
                HttpMethod.POST,
                "/v1/replans",
                null,
                Map.of(
                        "dataSetId",
                        season.dataSetId,
                        "asOf",
                        season.today.toString(),
                        "stepLimit",
                        200,
                        "policies",
                        List.of(season.pick(List.of("LEAST_DISTURBANCE", "FASTEST_COMPLETION")))));
        if (asked.getStatusCode().value() != 202) {
            return;
        }
        String path = String.valueOf(asked.getHeaders().getLocation());
        JsonNode done = Solves.await(
                as(Role.PLANNER), path, replan -> !replan.path("state").asText().matches("QUEUED|RUNNING"));
        assertThat(done.path("state").asText()).as("%s %s", season.log, done).isEqualTo("READY");
        call(
                season,
                HttpMethod.POST,
                path + "/acceptance",
                tag(path),
                Map.of("planId", done.at("/options/0/planId").asText(), "note", "agreed"));
    }

    private void decide(Season season, StoredPlan held) {
        Plan plan = livePlans.get(held.id()).plan();
        Booking booking = season.pick(plan.bookings());
        String kind = season.pick(List.of("CANCEL", "PIN", "MOVE", "BOOK"));
        Map<String, @Nullable Object> decision = new HashMap<>();
        decision.put("kind", kind);
        decision.put("staffId", booking.staffId());
        decision.put("moduleId", booking.moduleId());
        decision.put(
                "sessionId",
                kind.equals("MOVE") || kind.equals("BOOK")
                        ? season.pick(plan.sessions()).id()
                        : null);
        String path = "/v1/plans/" + held.id();
        ResponseEntity<JsonNode> decided = call(
                season,
                HttpMethod.POST,
                path + "/decisions",
                tag(path),
                Map.of("decisions", List.of(decision), "reason", "as asked", "asOf", season.today.toString()));
        if (decided.getStatusCode().value() != 201) {
            return;
        }
        if (kind.equals("CANCEL")) {
            season.cancelledByHand.add(BookingKey.of(booking));
        }
        String draft = Objects.requireNonNull(decided.getBody()).path("planId").asText();
        if (season.random.nextInt(3) == 0) {
            String draftPath = "/v1/plans/" + draft;
            ResponseEntity<JsonNode> undone =
                    call(season, HttpMethod.POST, draftPath + "/decisions/undo", tag(draftPath), null);
            assertThat(undone.getStatusCode().value()).as("%s", season.log).isEqualTo(201);
            draft = Objects.requireNonNull(undone.getBody()).path("planId").asText();
        }
        publish(season, draft);
    }

    private void publish(Season season, String draft) {
        String path = "/v1/plans/" + draft;
        JsonNode checklist = Objects.requireNonNull(
                as(Role.PLANNER).get().uri(path + "/checklist").retrieve().body(JsonNode.class));
        List<String> known = StreamSupport.stream(
                        checklist.path("toAcknowledge").spliterator(), false)
                .map(JsonNode::asText)
                .toList();
        call(
                season,
                HttpMethod.POST,
                path + "/publication",
                tag(path),
                Map.of("note", "as decided", "acknowledged", known));
    }

    private void attend(Season season, StoredPlan held) {
        Plan plan = livePlans.get(held.id()).plan();
        SessionRow session = season.pick(plan.sessions());
        List<Map<String, Object>> marks = plan.bookings().stream()
                .filter(booking -> session.id().equals(booking.sessionId()) && booking.counts())
                .map(booking ->
                        Map.<String, Object>of("staffId", booking.staffId(), "attended", season.random.nextBoolean()))
                .toList();
        String path = "/v1/plans/" + held.id() + "/sessions/" + session.id() + "/attendance";
        call(season, HttpMethod.PUT, path, tag(path), Map.of("marks", marks));
    }

    private ResponseEntity<JsonNode> call(
            Season season, HttpMethod method, String path, @Nullable String tag, @Nullable Object body) {
        RestClient.RequestBodySpec request = as(Role.PLANNER).method(method).uri(path);
        if (tag != null) {
            request.header("If-Match", tag);
        }
        if (body != null) {
            request.contentType(MediaType.APPLICATION_JSON).body(body);
        }
        ResponseEntity<JsonNode> answer = request.retrieve().toEntity(JsonNode.class);
        JsonNode told = answer.getBody();
        season.log.add(method + " " + path.replaceAll(".*/", "") + " " + body + " -> "
                + answer.getStatusCode().value()
                + (told == null ? "" : " " + told.path("code").asText()));
        assertThat(answer.getStatusCode().value()).as("%s %s", season.log, told).isIn(ANSWERS);
        if (answer.getStatusCode().isError()) {
            assertThat(Objects.requireNonNull(told).path("code").asText())
                    .as("%s", season.log)
                    .isNotBlank();
        }
        return answer;
    }

    private @Nullable String tag(String path) {
        return as(Role.PLANNER)
                .get()
                .uri(path)
                .retrieve()
                .toEntity(JsonNode.class)
                .getHeaders()
                .getETag();
    }

    private StoredPlan held(Season season) {
        return plans.findPublished(season.dataSetId).orElseThrow();
    }

    private void check(Season season, StoredPlan before, StoredPlan now) {
        assertThat(plans.list(season.dataSetId))
                .filteredOn(plan -> plan.state() == PlanState.PUBLISHED)
                .as("%s", season.log)
                .hasSize(1);
        if (now.id().equals(before.id())) {
            return;
        }
        season.plansHeld++;
        JsonNode items = Objects.requireNonNull(as(Role.PLANNER)
                        .get()
                        .uri("/v1/plans/" + now.id() + "/checklist")
                        .retrieve()
                        .body(JsonNode.class))
                .path("items");
        assertThat(items)
                .filteredOn(item -> item.path("code").asText().equals("hard-violations"))
                .singleElement()
                .satisfies(item -> assertThat(item.path("count").asInt())
                        .as("%s", season.log)
                        .isZero());
        Plan plan = livePlans.get(now.id()).plan();
        Set<BookingKey> known = keys(plan);
        plan.changes().forEach(change -> known.add(new BookingKey(change.staffId(), change.moduleId())));
        known.addAll(season.cancelledByHand);
        assertThat(known)
                .as("%s", season.log)
                .containsAll(keys(livePlans.get(before.id()).plan()));
    }

    private static Set<BookingKey> keys(Plan plan) {
        return plan.bookings().stream()
                .filter(Booking::counts)
                .map(BookingKey::of)
                .collect(Collectors.toCollection(HashSet::new));
    }
}
