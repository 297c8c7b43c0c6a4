package io.muster.api.service.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.muster.api.service.access.Role;
import io.muster.api.service.access.User;
import io.muster.api.service.access.Users;
import io.muster.api.service.plan.PlanState;
import io.muster.api.service.plan.StoredPlan;
import io.muster.api.service.support.ServiceTest;
import io.muster.api.service.support.SmallPlan;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.web.client.RestClient;

/**
 * Whatever JSON is sent to whatever takes JSON: the answer is what the caller may expect, or a problem with a code, and never
 * a fault of the service. The endpoints are those of {@code docs/openapi.yaml}; each has a body that would do, of which one
 * value at a time is made odd.
 */
class FuzzedBodyTest extends ServiceTest {
    private static final Path DESCRIPTION = Path.of("..", "docs", "openapi.yaml");
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int MORE_ODD_VALUES = 2;

    /** JSON texts in place of every value. */
    private static final List<String> ODDEST = List.of("null", "\"\\u0000\"", "[null]");

    /** JSON texts in place of some values. */
    private static final List<String> ODD = List.of(
            "\"\"",
            "\" \"",
            "\"\\ud800\"",
            "\"\u202e😀 ' \\\" ; -- <b>\"",
            "\"" + "x".repeat(30_000) + "\"",
            "\"-99999999999999-99-99\"",
            "\"PT-99999999999999H\"",
            "-1",
            "0",
            "9223372036854775807",
            "99999999999999999999999999",
            "1e999",
            "-0.5",
            "true",
            "[]",
            "[[[[]]]]",
            "{}",
            "{\"a\": {\"b\": null}}",
            "[\"x\", 1, {}]");

    /** Texts in place of a whole body. */
    private static final List<String> NO_BODIES =
            List.of("", "null", "7", "\"x\"", "[]", "{}", "{", "{\"\\u0000\": 1}", "[".repeat(5_000), "\u0000\uffff");

    @Autowired
    private Users users;

    @Autowired
    private PasswordEncoder encoder;

    private final Random random = new Random(20250407);

    /** A call that would do: who makes it, on what, and with what. */
    private record Call(RestClient client, String path, String body) {}

    @Test
    void oddBodiesAreRefusedWithACode() throws IOException {
        Map<String, Call> calls = calls();
        assertThat(described()).isEqualTo(calls.keySet());
        List<String> wrong = new ArrayList<>();
        for (Map.Entry<String, Call> entry : calls.entrySet()) {
            for (String body : bodies(entry.getValue().body())) {
                check(entry.getKey(), entry.getValue(), body, wrong);
            }
        }
        assertThat(wrong).isEmpty();
    }

    /** What takes JSON, such as {@code POST /v1/plans}. */
    private static Set<String> described() throws IOException {
        Set<String> described = new TreeSet<>();
        JsonNode paths = new YAMLMapper().readTree(DESCRIPTION.toFile()).path("paths");
        for (Map.Entry<String, JsonNode> path : paths.properties()) {
            for (Map.Entry<String, JsonNode> method : path.getValue().properties()) {
                if (method.getValue().at("/requestBody/content").has("application/json")) {
                    described.add(method.getKey().toUpperCase(Locale.ROOT) + " " + path.getKey());
                }
            }
        }
        return described;
    }

    private Map<String, Call> calls() {
        StoredPlan published = small().add(PlanState.PUBLISHED);
        StoredPlan draft = small().add(PlanState.DRAFT);
        String dataSet = published.dataSetId();
        users.add(new User("fuzzed", "Fuzzed", encoder.encode(PASSWORD), Set.of(Role.GOVERNANCE), null, null, true));
        RestClient planner = as(Role.PLANNER);
        RestClient administrator = as(Role.ADMINISTRATOR);
        RestClient fuzzed = client().mutate()
                .defaultHeaders(headers -> headers.setBasicAuth("fuzzed", PASSWORD))
                .build();
        String sample =
                "{\"sample\": {\"programme\": \"leadership\", \"people\": 54, \"seed\": 1, \"variants\": [\"half-rooms\"]}}";
        Map<String, Call> calls = new TreeMap<>();
        calls.put("POST /v1/data-sets", new Call(planner, "/v1/data-sets", sample));
        calls.put(
                "POST /v1/data-sets/{id}/revisions",
                new Call(planner, "/v1/data-sets/" + dataSet + "/revisions", sample));
        String disruption = """
                {"id": "F", "kind": "STAFF_ABSENT", "subject": "P1", "from": "2025-03-28T00:00",
                 "to": "2025-03-29T00:00", "value": null, "note": "x"}""";
        String disruptions = "/v1/data-sets/" + dataSet + "/disruptions";
        calls.put("POST /v1/data-sets/{dataSetId}/disruptions", new Call(planner, disruptions, disruption));
        calls.put(
                "POST /v1/data-sets/{dataSetId}/disruptions/effect",
                new Call(planner, disruptions + "/effect?asOf=2025-03-24", disruption));
        calls.put(
                "POST /v1/exports",
                new Call(
                        planner,
                        "/v1/exports",
                        "{\"planId\": \"" + published.id() + "\", \"what\": \"bookings\", \"format\": \"CSV\"}"));
        calls.put("POST /v1/plans", new Call(planner, "/v1/plans", "{\"dataSetId\": \"" + dataSet + """
                        ", "revision": 1, "ruleSet": "everyone", "name": "x", "timeLimit": "PT1S", "stepLimit": 1,
                         "seed": 1, "profile": "flat"}"""));
        calls.put(
                "POST /v1/plans/{id}/publication",
                new Call(
                        planner,
                        "/v1/plans/" + draft.id() + "/publication",
                        "{\"note\": \"x\", \"acknowledged\": [\"unbooked\"]}"));
        calls.put(
                "POST /v1/plans/{planId}/decisions", new Call(planner, "/v1/plans/" + draft.id() + "/decisions", """
                        {"decisions": [{"kind": "BOOK", "staffId": "P5", "moduleId": "DIG", "sessionId": "2025-05-12-AM"}],
                         "reason": "x", "dryRun": true, "name": "x", "asOf": "2025-05-01"}"""));
        calls.put(
                "PUT /v1/plans/{planId}/sessions/{sessionId}/attendance",
                new Call(
                        planner,
                        "/v1/plans/" + published.id() + "/sessions/" + SmallPlan.FRIDAY_IN_MARCH + "/attendance",
                        "{\"marks\": [{\"staffId\": \"P1\", \"attended\": true}]}"));
        calls.put("POST /v1/replans", new Call(planner, "/v1/replans", "{\"dataSetId\": \"" + dataSet + """
                        ", "revision": 1, "asOf": "2025-04-01", "policies": ["LEAST_DISTURBANCE"], "maxMoved": 3,
                         "timeLimit": "PT1S", "stepLimit": 1, "seed": 1, "disruptionIds": ["F"]}"""));
        calls.put(
                "POST /v1/replans/{replanId}/acceptance",
                new Call(planner, "/v1/replans/none/acceptance", "{\"planId\": \"x\", \"note\": \"x\"}"));
        calls.put(
                "POST /v1/rule-sets",
                new Call(planner, "/v1/rule-sets", "{\"files\": {\"rule-set.json\": \"{}\", \"scope.csv\": \"a,b\"}}"));
        calls.put(
                "POST /v1/session",
                new Call(client(), "/v1/session", "{\"userId\": \"nobody-there\", \"password\": \"x\"}"));
        calls.put(
                "PUT /v1/session/password",
                new Call(
                        fuzzed,
                        "/v1/session/password",
                        "{\"currentPassword\": \"" + PASSWORD + "\", \"newPassword\": \"short\"}"));
        calls.put(
                "POST /v1/simulations",
                new Call(
                        planner,
                        "/v1/simulations",
                        "{\"dataSetId\": \"" + dataSet
                                + "\", \"planId\": \"" + published.id()
                                + "\", \"policies\": [], \"runs\": 1, \"weeks\": 1, \"seed\": 1, \"stepLimit\": 1}"));
        calls.put("POST /v1/users", new Call(administrator, "/v1/users", """
                        {"id": "fuzzed-too", "displayName": "x", "password": "%s", "roles": ["TRAINER"], "bcu": "AS",
                         "trainerId": "T1"}""".formatted(PASSWORD)));
        calls.put("PUT /v1/users/{userId}", new Call(administrator, "/v1/users/fuzzed", """
                        {"displayName": "x", "roles": ["GOVERNANCE"], "bcu": null, "trainerId": null, "enabled": true}"""));
        calls.put(
                "PUT /v1/users/{userId}/password",
                new Call(administrator, "/v1/users/fuzzed/password", "{\"password\": \"short\"}"));
        calls.put(
                "POST /v1/webhooks",
                new Call(
                        planner,
                        "/v1/webhooks",
                        "{\"url\": \"http://localhost:1/x\", \"events\": [\"plan.completed\"]}"));
        return calls;
    }

    /** No bodies at all, and the good one with one value after the other missing or odd. */
    private List<String> bodies(String good) throws IOException {
        List<String> bodies = new ArrayList<>(NO_BODIES);
        for (String pointer : pointers(JSON.readTree(good), "")) {
            int slash = pointer.lastIndexOf('/');
            String parent = pointer.substring(0, slash);
            String name = pointer.substring(slash + 1);
            JsonNode without = JSON.readTree(good);
            if (without.at(parent) instanceof ObjectNode object) {
                object.remove(name);
                bodies.add(JSON.writeValueAsString(without));
            }
            List<String> odds = new ArrayList<>(ODDEST);
            for (int i = 0; i < MORE_ODD_VALUES; i++) {
                odds.add(ODD.get(random.nextInt(ODD.size())));
            }
            for (String odd : odds) {
                JsonNode copy = JSON.readTree(good);
                String mark = "\"@odd@\"";
                JsonNode holder = copy.at(parent);
                if (holder instanceof ObjectNode object) {
                    object.put(name, "@odd@");
                } else if (holder instanceof ArrayNode array) {
                    array.set(Integer.parseInt(name), "@odd@");
                }
                bodies.add(JSON.writeValueAsString(copy).replace(mark, odd));
            }
        }
        return bodies;
    }

    private static List<String> pointers(JsonNode node, String at) {
        List<String> pointers = new ArrayList<>();
        node.properties().forEach(field -> {
            pointers.add(at + "/" + field.getKey());
            pointers.addAll(pointers(field.getValue(), at + "/" + field.getKey()));
        });
        if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                pointers.add(at + "/" + i);
                pointers.addAll(pointers(node.get(i), at + "/" + i));
            }
        }
        return pointers;
    }

    private void check(String name, Call call, String body, List<String> wrong) {
        ResponseEntity<byte[]> answer = call.client()
                .method(HttpMethod.valueOf(name.substring(0, name.indexOf(' '))))
                .uri(call.path())
                .header("If-Match", "\"0\"")
                .contentType(MediaType.APPLICATION_JSON)
                .body(body.getBytes(StandardCharsets.UTF_8))
                .retrieve()
                .toEntity(byte[].class);
        String said = name + " " + (body.length() > 200 ? body.substring(0, 200) + "..." : body) + ": ";
        byte[] bytes = answer.getBody();
        JsonNode told = read(bytes == null ? new byte[0] : bytes);
        if (answer.getStatusCode().is5xxServerError()) {
            wrong.add(said + answer.getStatusCode() + " " + told);
        } else if (answer.getStatusCode().isError()
                && told.path("code").asText().isBlank()) {
            wrong.add(said + answer.getStatusCode() + " without a code: " + told);
        } else if (answer.getStatusCode() == HttpStatus.ACCEPTED) {
            stop(told);
        }
    }

    /** What was asked for by accident need not be done. */
    private void stop(JsonNode told) {
        List<String> jobs = new ArrayList<>(told.findValuesAsText("jobId"));
        jobs.addAll(StreamSupport.stream(told.findValues("job").spliterator(), false)
                .map(job -> job.path("id").asText())
                .toList());
        jobs.forEach(job -> as(Role.PLANNER)
                .post()
                .uri("/v1/jobs/{id}/stop", job)
                .retrieve()
                .toBodilessEntity());
    }

    private static JsonNode read(byte[] bytes) {
        try {
            return JSON.readTree(bytes);
        } catch (IOException e) {
            return JSON.createObjectNode().put("unreadable", new String(bytes, StandardCharsets.UTF_8));
        }
    }
}
