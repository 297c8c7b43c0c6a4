package io.muster.api.service.ruleset;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.muster.api.service.access.Role;
import io.muster.api.service.dataset.Revision;
import io.muster.api.service.support.ServiceTest;
import io.muster.rules.RuleSetLoader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

class RuleSetControllerTest extends ServiceTest {
    @Autowired
    private RuleSets ruleSets;

    @Test
    void shippedRuleSetsAreVersionZeroOfThemselves() {
        JsonNode detail = body("/v1/rule-sets/role-matrix/versions/0");

        assertThat(detail.get("version").get("reference").asText()).isEqualTo("role-matrix");
        assertThat(detail.get("rows").get(0).get("cells").get("role_families").asText())
                .isEqualTo("ERPT");
        assertThat(detail.get("rules")).isNotEmpty();
        assertThat(ruleSets.resolve("role-matrix")).isEqualTo("role-matrix");
    }

    @Test
    void scenariosSayWhichRulesTheyCover() {
        JsonNode scenarios = body("/v1/rule-sets/everyone/versions/0/scenarios");

        assertThat(scenarios.get("passed").asInt()).isPositive();
        assertThat(scenarios.get("failed").asInt()).isZero();
        assertThat(scenarios.get("coverage").asDouble()).isEqualTo(1);
        assertThat(scenarios.get("scenarios").get(0).get("result").get("fired")).isNotEmpty();
    }

    @Test
    void anUploadedVersionIsAppliedByItsReferenceAndShowsIssuesBesideItsCells() throws IOException {
        ResponseEntity<JsonNode> good = upload(files("own-good", "IN_SCOPE"));
        ResponseEntity<JsonNode> bad = upload(files("own-good", "MAYBE"));

        assertThat(good.getStatusCode()).as("%s", good.getBody()).isEqualTo(HttpStatus.CREATED);
        assertThat(Objects.requireNonNull(good.getBody()).get("state").asText()).isEqualTo("DRAFT");
        assertThat(Objects.requireNonNull(bad.getBody()).get("state").asText()).isEqualTo("INVALID");
        JsonNode rows = body("/v1/rule-sets/own-good/versions/2").get("rows");
        assertThat(rows.get(0).get("issues").get(0).get("column").asText()).isEqualTo("decision");
        assertThat(ruleSets.pin("own-good")).isEqualTo("own-good@1");
        assertThat(Files.exists(Path.of(ruleSets.resolve("own-good")).resolve("ruleset.json")))
                .isTrue();
        assertThat(get("/v1/rule-sets/own-good/versions/3").getStatusCode()).isEqualTo(HttpStatus.NOT_FOUND);
    }

    @Test
    void clausesOfOnesOwnAreNotTakenAsTheyAreCode() throws IOException {
        Map<String, byte[]> files = files("own-clauses", "IN_SCOPE");
        files.put("mine.drl", "package mine".getBytes(StandardCharsets.UTF_8));

        ResponseEntity<JsonNode> answer = upload(files);

        assertThat(answer.getStatusCode()).isEqualTo(HttpStatus.UNPROCESSABLE_ENTITY);
        assertThat(Objects.requireNonNull(answer.getBody()).get("code").asText())
                .isEqualTo("clauses-not-permitted");
        assertThat(get("/v1/rule-sets/own-clauses/versions").getStatusCode()).isEqualTo(HttpStatus.NOT_FOUND);
    }

    @Test
    void activatingAVersionRetiresTheFormerAndOnlyWhoSawTheFormerMayDoIt() throws IOException {
        upload(files("own-active", "IN_SCOPE"));
        String tag =
                Objects.requireNonNull(get("/v1/rule-sets/active").getHeaders().getETag());
        String former =
                body("/v1/rule-sets/active").get("version").get("reference").asText();
        try {
            assertThat(activate("own-active", 1, tag).getStatusCode()).isEqualTo(HttpStatus.OK);
            assertThat(activate("role-matrix", 0, tag).getStatusCode()).isEqualTo(HttpStatus.PRECONDITION_FAILED);
            assertThat(ruleSets.pin(null)).isEqualTo("own-active@1");
            assertThat(body("/v1/rule-sets/activations")
                            .get("items")
                            .get(0)
                            .get("ruleSetId")
                            .asText())
                    .isEqualTo("own-active");
        } finally {
            String now = Objects.requireNonNull(
                    get("/v1/rule-sets/active").getHeaders().getETag());
            activate(former, 0, now);
        }
        assertThat(body("/v1/rule-sets/own-active/versions/1")
                        .get("version")
                        .get("state")
                        .asText())
                .isEqualTo("RETIRED");
    }

    @Test
    void theImpactOfAVersionIsCountedAndItsMovesAreListed() {
        Revision revision = given().dataSet();
        String question = "/v1/rule-sets/role-matrix/versions/0/impact";

        JsonNode impact = Objects.requireNonNull(as(Role.GOVERNANCE)
                .post()
                .uri(question + "?against=everyone&dataSet=" + revision.dataSetId())
                .retrieve()
                .body(JsonNode.class));

        assertThat(impact.get("moves").asInt()).as("%s", impact).isPositive();
        assertThat(impact.get("byBcu").get(BCU).get("out").asInt()).isPositive();
        JsonNode moves = body(question + "/moves?size=5&in=false&against=everyone&dataSet=" + revision.dataSetId());
        assertThat(moves.get("items")).hasSize(5);
    }

    private static Map<String, byte[]> files(String id, String decision) {
        Map<String, byte[]> files = new TreeMap<>(new RuleSetLoader().shippedFiles("everyone"));
        String header = new String(Objects.requireNonNull(files.get("ruleset.json")), StandardCharsets.UTF_8);
        files.put(
                "ruleset.json", header.replace("\"everyone\"", "\"" + id + "\"").getBytes(StandardCharsets.UTF_8));
        files.put(
                "scope.csv",
                ("module,role_families,ranks,employment,functions,tags,decision,priority,earliest,latest,reason\n"
                                + ",,,,,," + decision + ",staff,,,Everybody takes everything.\n")
                        .getBytes(StandardCharsets.UTF_8));
        return files;
    }

    private ResponseEntity<JsonNode> upload(Map<String, byte[]> files) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey()));
                zip.write(file.getValue());
            }
        }
        return as(Role.PLANNER)
                .post()
                .uri("/v1/rule-sets")
                .contentType(MediaType.parseMediaType("application/zip"))
                .body(out.toByteArray())
                .retrieve()
                .toEntity(JsonNode.class);
    }

    private ResponseEntity<JsonNode> activate(String id, int number, String tag) {
        return as(Role.PLANNER)
                .post()
                .uri("/v1/rule-sets/{id}/versions/{number}/activation", id, number)
                .header("If-Match", tag)
                .retrieve()
                .toEntity(JsonNode.class);
    }

    private ResponseEntity<JsonNode> get(String path) {
        return as(Role.AUDITOR).get().uri(path).retrieve().toEntity(JsonNode.class);
    }

    private JsonNode body(String path) {
        ResponseEntity<JsonNode> answer = get(path);
        assertThat(answer.getStatusCode()).as("%s", answer.getBody()).isEqualTo(HttpStatus.OK);
        return Objects.requireNonNull(answer.getBody());
    }
}
