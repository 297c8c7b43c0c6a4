package io.muster.api.service.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.muster.api.service.access.Role;
import io.muster.api.service.support.ServiceTest;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

class PatchControllerTest extends ServiceTest {
    private DataSetApi planner;
    private String path;
    private String staff;

    @BeforeEach
    void makeRevision() {
        planner = new DataSetApi(as(Role.PLANNER));
        Revision revision = given().dataSet();
        path = "/v1/data-sets/" + revision.dataSetId() + "/revisions/1";
        staff = planner.body(path + "/rows/staff?size=1")
                .get("items")
                .get(0)
                .get("cells")
                .get("staff")
                .asText();
    }

    @Test
    void aPatchMakesARevisionThatSaysWhatChangedRowByRow() {
        JsonNode revision = planner.imported(patch("\"1\"", """
                [{"op": "test", "path": "/staff/%1$s/leaves", "value": ""},
                 {"op": "replace", "path": "/staff/%1$s/leaves", "value": "2027-01-31"},
                 {"op": "add", "path": "/absences/%1$s", "value":
                   [{"from": "2025-05-01T00:00", "to": "2025-05-02T00:00", "reason": "LEAVE"}]},
                 {"op": "replace", "path": "/programme/limits/maxTravelMinutes", "value": 75}]
                """.formatted(staff)));

        assertThat(revision.get("state").asText()).as("%s", revision).isEqualTo("READY");
        assertThat(revision.get("origin").asText()).isEqualTo("PATCH");
        assertThat(revision.get("parent").asInt()).isEqualTo(1);
        JsonNode changed = planner.body(DataSetApi.path(revision) + "/changes?kind=CHANGED")
                .get("items");
        assertThat(changed).hasSize(2);
        assertThat(changed.get(0).get("cells").get(0).get("after").asText()).isEqualTo("75");
        assertThat(changed.get(1).get("key").get(0).asText()).isEqualTo(staff);
        assertThat(changed.get(1).get("cells").get(0).get("after").asText()).isEqualTo("2027-01-31");
        assertThat(planner.body(DataSetApi.path(revision) + "/rows/absences?where=staff:" + staff)
                        .get("items"))
                .hasSize(1);
    }

    @Test
    void whoeverPatchesWhatSomebodyElseHasPatchedIsRefused() {
        String operations = "[{\"op\": \"replace\", \"path\": \"/staff/" + staff + "/priority\", \"value\": 2}]";
        planner.imported(patch("\"1\"", operations));

        assertThat(patch("\"1\"", operations).getStatusCode()).isEqualTo(HttpStatus.PRECONDITION_FAILED);
        assertThat(patch("\"2\"", operations).getStatusCode()).isEqualTo(HttpStatus.PRECONDITION_FAILED);
        assertThat(patch(null, operations).getStatusCode()).isEqualTo(HttpStatus.PRECONDITION_REQUIRED);
    }

    @Test
    void aPatchThatMakesBadRowsBecomesAnInvalidRevisionWithItsIssues() {
        JsonNode revision = planner.imported(patch(
                "\"1\"", "[{\"op\": \"replace\", \"path\": \"/staff/" + staff + "/team\", \"value\": \"NOWHERE\"}]"));

        assertThat(revision.get("state").asText()).isEqualTo("INVALID");
        assertThat(planner.body(DataSetApi.path(revision) + "/issues?severity=ERROR")
                        .get("items")
                        .get(0)
                        .get("code")
                        .asText())
                .isEqualTo("UNKNOWN_TEAM");
        assertThat(planner.imported(patch(
                                "\"1\"",
                                "[{\"op\": \"test\", \"path\": \"/staff/" + staff + "/leaves\", \"value\": \"\"},"
                                        + "{\"op\": \"replace\", \"path\": \"/staff/" + staff
                                        + "/priority\", \"value\": 1}]"))
                        .get("state")
                        .asText())
                .as("an invalid revision does not stand in the way of the next patch")
                .isEqualTo("READY");
    }

    @Test
    void patchesThatCannotBeAppliedAreRefusedAndLeaveNothing() {
        for (String operations : List.of(
                "[{\"op\": \"replace\", \"path\": \"/staff/nobody/team\", \"value\": \"x\"}]",
                "[{\"op\": \"test\", \"path\": \"/staff/" + staff + "/team\", \"value\": \"no\"}]",
                "[{\"op\": \"replace\", \"path\": \"/staff\", \"value\": {}}]",
                "[{\"op\": \"replace\", \"path\": \"\", \"value\": {}}]",
                "[{\"op\": \"add\", \"path\": \"/staff/" + staff + "/shoes\", \"value\": \"44\"}]",
                "[{\"op\": \"add\", \"path\": \"/staff/" + staff + "\", \"value\": 7}]",
                "[{\"op\": \"add\", \"path\": \"/staff/" + staff + "/tags\", \"value\": [1]}]",
                "[{\"op\": \"add\", \"path\": \"/programme/x\", \"value\": 1e999999}]",
                "["
                        + "{\"op\": \"copy\", \"from\": \"/programme/limits\", \"path\": \"/programme/limits/a\"},"
                                .repeat(40)
                        + "{\"op\": \"copy\", \"from\": \"/programme/limits\", \"path\": \"/programme/limits/b\"}]")) {
            assertThat(patch("\"1\"", operations).getStatusCode())
                    .as(operations)
                    .isEqualTo(HttpStatus.UNPROCESSABLE_ENTITY);
        }
        assertThat(planner.body(path.substring(0, path.lastIndexOf('/')))
                        .get("total")
                        .asInt())
                .isEqualTo(1);
    }

    private ResponseEntity<JsonNode> patch(@Nullable String ifMatch, String operations) {
        return as(Role.PLANNER)
                .patch()
                .uri(path)
                .contentType(MediaType.parseMediaType("application/json-patch+json"))
                .headers(headers -> {
                    if (ifMatch != null) {
                        headers.setIfMatch(ifMatch);
                    }
                })
                .body(operations)
                .retrieve()
                .toEntity(JsonNode.class);
    }
}
