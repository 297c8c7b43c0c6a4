package io.muster.api.service.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.muster.api.service.access.Role;
import io.muster.api.service.support.ServiceTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

class ProblemsTest extends ServiceTest {

    @ParameterizedTest
    @CsvSource({
        "GET,  /v1/test/faults/input,     422, input-invalid",
        "GET,  /v1/test/faults/database,  503, database-unavailable",
        "GET,  /v1/test/faults/disk,      507, disk-full",
        "GET,  /v1/test/faults/conflict,  409, thing-busy",
        "GET,  /v1/test/faults/anything,  500, internal-error",
        "GET,  /v1/test/numbers?number=x, 400, parameter-invalid",
        "GET,  /v1/test/numbers,          400, parameter-missing",
        "GET,  /v1/test/things,           405, method-not-allowed",
        "GET,  /v1/nothing,               404, path-unknown",
        "GET,  /v1/test;a=b,              400, request-invalid",
    })
    void whateverGoesWrongIsAProblemWithACode(String method, String path, int status, String code) throws Exception {
        ResponseEntity<String> answer = as(Role.PLANNER)
                .method(HttpMethod.valueOf(method))
                .uri(url() + path)
                .retrieve()
                .toEntity(String.class);

        JsonNode problem = problem(answer);
        assertThat(answer.getStatusCode().value()).isEqualTo(status);
        assertThat(problem.path("status").asInt()).isEqualTo(status);
        assertThat(problem.path("code").asText()).isEqualTo(code);
        assertThat(problem.path("type").asText()).isEqualTo("urn:muster:problem:" + code);
        assertThat(problem.path("title").asText()).isNotEmpty();
        assertThat(problem.path("detail").asText()).isNotEmpty();
        assertThat(problem.path("errorId").asText()).startsWith("error-");
        assertThat(answer.getBody()).doesNotContain(FaultyController.SECRET, "/secret", "Exception");
        assertThat(answer.getHeaders().containsKey("Retry-After")).isEqualTo(status == 503);
    }

    @Test
    void anInputsIssuesSayWhereTheyAre() throws Exception {
        JsonNode issue = problem(as(Role.PLANNER)
                        .get()
                        .uri("/v1/test/faults/input")
                        .retrieve()
                        .toEntity(String.class))
                .path("issues")
                .path(0);

        assertThat(issue).isEqualTo(new ObjectMapper().readTree("""
                        {"code":"UNKNOWN_REFERENCE","severity":"ERROR","file":"staff.csv","row":7,"column":"team_id",
                         "message":"There is no team."}"""));
    }

    @Test
    void aBodyThatCannotBeReadOrIsInvalidIsTheCallersFault() throws Exception {
        assertThat(problem(as(Role.PLANNER)
                                .post()
                                .uri("/v1/test/things")
                                .contentType(MediaType.TEXT_PLAIN)
                                .body("text")
                                .retrieve()
                                .toEntity(String.class))
                        .path("code")
                        .asText())
                .isEqualTo("media-type-unsupported");
        assertThat(problem(post("{\"name\": ")).path("code").asText()).isEqualTo("body-unreadable");
        assertThat(problem(post("{\"name\": \"x\", \"size\": \"secret\"}"))
                        .path("detail")
                        .asText())
                .contains("at size")
                .doesNotContain("secret");
        JsonNode invalid = problem(post("{\"name\": \" \", \"size\": 1}"));
        assertThat(invalid.path("code").asText()).isEqualTo("validation-failed");
        assertThat(invalid.path("issues").path(0).path("column").asText()).isEqualTo("name");
    }

    @Test
    void whoHasNotSignedInIsToldSo() throws Exception {
        ResponseEntity<String> answer =
                client().get().uri("/v1/test/numbers?number=1").retrieve().toEntity(String.class);

        assertThat(answer.getStatusCode()).isEqualTo(HttpStatus.UNAUTHORIZED);
        assertThat(problem(answer).path("code").asText()).isEqualTo("sign-in-needed");
    }

    private ResponseEntity<String> post(String body) {
        return as(Role.PLANNER)
                .post()
                .uri("/v1/test/things")
                .contentType(MediaType.APPLICATION_JSON)
                .body(body)
                .retrieve()
                .toEntity(String.class);
    }

    private static JsonNode problem(ResponseEntity<String> answer) throws Exception {
        assertThat(answer.getHeaders().getContentType()).isEqualTo(MediaType.APPLICATION_PROBLEM_JSON);
        return new ObjectMapper().readTree(answer.getBody());
    }
}
