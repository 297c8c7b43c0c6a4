package io.muster.api.service.plan;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.muster.api.plan.PlanFolder;
import io.muster.api.service.access.Role;
import io.muster.api.service.content.Contents;
import io.muster.api.service.dataset.Revision;
import io.muster.api.service.support.ServiceTest;
import io.muster.api.service.support.Solves;
import io.muster.api.service.support.WrittenTrail;
import io.muster.data.plan.Plan;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;

class SolveTest extends ServiceTest {
    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Contents contents;

    @TempDir
    private Path folder;

    @Test
    void aPlanIsSolvedAuditedAndStored() throws Exception {
        Revision revision = given().dataSet();

        ResponseEntity<JsonNode> accepted = as(Role.PLANNER)
                .post()
                .uri("/v1/plans")
                .contentType(MediaType.APPLICATION_JSON)
                .body(Map.of("dataSetId", revision.dataSetId(), "stepLimit", 2000, "seed", 7, "name", "First"))
                .retrieve()
                .toEntity(JsonNode.class);
        assertThat(accepted.getStatusCode()).isEqualTo(HttpStatus.ACCEPTED);
        String path = String.valueOf(accepted.getHeaders().getLocation());
        JsonNode detail = Solves.await(as(Role.AUDITOR), path, SolveTest::isOver);

        assertThat(detail.at("/plan/state").asText()).isEqualTo("DRAFT");
        assertThat(detail.at("/plan/seed").asLong()).isEqualTo(7);
        assertThat(detail.at("/result/cost/total").asLong())
                .isEqualTo(detail.at("/plan/costPence").asLong())
                .isPositive();
        assertThat(detail.at("/result/bounds/costPence").asLong())
                .isPositive()
                .isLessThanOrEqualTo(detail.at("/plan/costPence").asLong());
        assertThat(detail.at("/result/inputHash").asText()).isEqualTo(revision.inputHash());
        assertThat(detail.at("/result/completionByBcu")).isNotEmpty();
        assertThat(detail.at("/result/completionByModule")).isNotEmpty();
        JsonNode scores =
                as(Role.PLANNER).get().uri(path + "/scores").retrieve().body(JsonNode.class);
        assertThat(scores)
                .isNotNull()
                .allSatisfy(score -> assertThat(score.path("booked").asInt()).isPositive());
        Plan plan = content(path);
        assertThat(plan.bookings()).hasSize(detail.at("/plan/booked").asInt());
        assertThat(WrittenTrail.details(
                        jdbc, "PLAN_SOLVED", "plan/" + detail.at("/plan/id").asText()))
                .singleElement()
                .asString()
                .contains("inputHash=" + revision.inputHash(), "seed=7", "ruleSet=everyone");
        JsonNode job = as(Role.PLANNER)
                .get()
                .uri("/v1/jobs/" + detail.at("/plan/jobId").asText())
                .retrieve()
                .body(JsonNode.class);
        assertThat(job).isNotNull();
        assertThat(job.path("state").asText()).isEqualTo("DONE");
        assertThat(job.path("resumable").asBoolean()).isFalse();
    }

    @Test
    void aSolveThatIsStoppedKeepsItsBestAndWhoeverLooksOnHearsOfIt() throws Exception {
        Revision revision = given().dataSet();
        String id = Solves.ask(as(Role.PLANNER), Map.of("dataSetId", revision.dataSetId(), "timeLimit", "PT1H"));
        HttpRequest listen = HttpRequest.newBuilder(URI.create(url() + "/v1/plans/" + id + "/events"))
                .header("Authorization", "Basic " + basic("auditor"))
                .build();
        var events = HttpClient.newHttpClient().sendAsync(listen, BodyHandlers.ofString());
        JsonNode scores = Solves.await(
                as(Role.PLANNER),
                "/v1/plans/" + id + "/scores",
                all -> !all.isEmpty()
                        && !all.get(all.size() - 1).path("cost").isEmpty()
                        && !all.get(all.size() - 1).path("leastCostPence").isNull());
        JsonNode last = scores.get(scores.size() - 1);
        assertThat(last.path("leastShortfall").asLong())
                .isLessThanOrEqualTo(last.path("coverageShortfall").asLong());
        assertThat(last.path("leastCostPence").asLong())
                .isPositive()
                .isLessThanOrEqualTo(last.path("costPence").asLong());
        assertThat(last.path("cost").path("abstraction").asLong()).isPositive();

        HttpStatusCode stopped = as(Role.PLANNER)
                .post()
                .uri("/v1/plans/" + id + "/stop")
                .retrieve()
                .toBodilessEntity()
                .getStatusCode();
        JsonNode detail = Solves.await(as(Role.PLANNER), "/v1/plans/" + id, SolveTest::isOver);

        assertThat(stopped).isEqualTo(HttpStatus.ACCEPTED);
        assertThat(detail.at("/plan/state").asText()).isEqualTo("DRAFT");
        assertThat(detail.at("/plan/booked").asInt()).isGreaterThan(1000);
        assertThat(events.get().body().lines().filter(line -> line.startsWith("data:")))
                .anyMatch(line -> line.contains("\"state\":\"SOLVING\""))
                .last()
                .asString()
                .contains("\"state\":\"DRAFT\"");
        assertThat(status("/v1/plans/" + id + "/stop")).isEqualTo(HttpStatus.CONFLICT);
    }

    @Test
    void aPlanIsMadeByAProfileAndJudgedByTheDataSetsPrices() throws Exception {
        Revision revision = given().dataSet();
        JsonNode profiles =
                as(Role.GOVERNANCE).get().uri("/v1/profiles").retrieve().body(JsonNode.class);
        assertThat(profiles).isNotNull().anySatisfy(profile -> {
            assertThat(profile.path("name").asText()).isEqualTo("flat");
            assertThat(profile.path("description").asText()).contains("kept free");
        });

        String id = Solves.ask(
                as(Role.PLANNER), Map.of("dataSetId", revision.dataSetId(), "stepLimit", 100, "profile", "flat"));
        JsonNode detail = Solves.await(as(Role.PLANNER), "/v1/plans/" + id, SolveTest::isOver);

        assertThat(detail.at("/plan/profile").asText()).isEqualTo("flat");
        Plan plan = content("/v1/plans/" + id);
        assertThat(Objects.requireNonNull(plan.summary()).profile()).isEqualTo("flat");
        assertThat(plan.summary().cost().get("total"))
                .isEqualTo(detail.at("/plan/costPence").asLong());
        assertThat(detail.at("/result/bounds/costPence").asLong())
                .isPositive()
                .isLessThanOrEqualTo(detail.at("/plan/costPence").asLong());
        assertThat(jdbc.sql("select detail from trail where subject = ? order by number")
                        .param("plan/" + id)
                        .query(String.class)
                        .list())
                .allMatch(entry -> entry.contains("profile=flat"));
    }

    @Test
    void onlyADraftAsItWasReadIsDiscarded() {
        StoredPlan plan = given().plan(given().dataSet(), PlanState.DRAFT);

        assertThat(discard(plan.id(), "\"17\"")).isEqualTo(HttpStatus.PRECONDITION_FAILED);
        assertThat(discard(plan.id(), "\"0\"")).isEqualTo(HttpStatus.NO_CONTENT);
        assertThat(discard(plan.id(), "\"1\"")).isEqualTo(HttpStatus.CONFLICT);
        assertThat(as(Role.PLANNER)
                        .get()
                        .uri("/v1/plans?state=DISCARDED&dataSet=" + plan.dataSetId())
                        .retrieve()
                        .body(JsonNode.class)
                        .path("total")
                        .asInt())
                .isEqualTo(1);
    }

    @Test
    void whatCannotBeSolvedIsRefused() {
        Revision revision = given().dataSet();

        assertThat(refusal(Map.of("dataSetId", "nothing"))).isEqualTo("data-set-not-found");
        assertThat(refusal(Map.of("dataSetId", revision.dataSetId(), "revision", 9)))
                .isEqualTo("revision-not-found");
        assertThat(refusal(Map.of("dataSetId", revision.dataSetId(), "ruleSet", "nothing")))
                .isEqualTo("rule-set-not-found");
        assertThat(refusal(Map.of("dataSetId", revision.dataSetId(), "profile", "frugal")))
                .isEqualTo("profile-unknown");
    }

    @Test
    void aSolveThatFailsSaysWhy() {
        Revision revision = given().dataSet();
        jdbc.sql("update data_set_revision set content = ? where data_set_id = ?")
                .params(contents.storeText("no zip at all"), revision.dataSetId())
                .update();
        String id = Solves.ask(as(Role.PLANNER), Map.of("dataSetId", revision.dataSetId(), "stepLimit", 10));

        JsonNode detail = Solves.await(as(Role.PLANNER), "/v1/plans/" + id, SolveTest::isOver);

        assertThat(detail.at("/plan/state").asText()).isEqualTo("FAILED");
        assertThat(as(Role.PLANNER)
                        .get()
                        .uri("/v1/jobs/" + detail.at("/plan/jobId").asText())
                        .retrieve()
                        .body(JsonNode.class)
                        .path("error")
                        .asText())
                .isNotEmpty();
    }

    private static boolean isOver(JsonNode detail) {
        return !List.of("QUEUED", "SOLVING").contains(detail.at("/plan/state").asText());
    }

    private Plan content(String path) throws Exception {
        byte[] zip = as(Role.PLANNER).get().uri(path + "/content").retrieve().body(byte[].class);
        return PlanFolder.read(Files.write(folder.resolve("plan.zip"), zip), new ArrayList<>());
    }

    private HttpStatusCode discard(String id, String tag) {
        return as(Role.PLANNER)
                .delete()
                .uri("/v1/plans/" + id)
                .header("If-Match", tag)
                .retrieve()
                .toBodilessEntity()
                .getStatusCode();
    }

    private HttpStatusCode status(String path) {
        return as(Role.PLANNER).post().uri(path).retrieve().toBodilessEntity().getStatusCode();
    }

    private String refusal(Map<String, ?> body) {
        return as(Role.PLANNER)
                .post()
                .uri("/v1/plans")
                .contentType(MediaType.APPLICATION_JSON)
                .body(body)
                .retrieve()
                .body(JsonNode.class)
                .path("code")
                .asText();
    }

    private static String basic(String user) {
        return Base64.getEncoder().encodeToString((user + ":" + PASSWORD).getBytes(StandardCharsets.UTF_8));
    }
}
