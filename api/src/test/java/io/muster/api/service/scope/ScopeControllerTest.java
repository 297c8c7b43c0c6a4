package io.muster.api.service.scope;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.muster.api.service.access.Role;
import io.muster.api.service.dataset.Revision;
import io.muster.api.service.support.ServiceTest;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;

class ScopeControllerTest extends ServiceTest {
    private String path;

    @BeforeEach
    void makeRevision() {
        Revision revision = given().dataSet();
        path = "/v1/data-sets/" + revision.dataSetId() + "/revisions/1";
    }

    @Test
    void decisionsAreFilteredAndEachHasItsTrace() {
        JsonNode page = body(Role.PLANNER, "/scope?ruleSet=role-matrix&decision=OUT_OF_SCOPE&module=C&size=1");

        assertThat(page.get("total").asInt()).isPositive();
        JsonNode decision = page.get("items").get(0);
        JsonNode person = body(Role.AUDITOR, "/scope/" + decision.get("staffId").asText() + "?ruleSet=role-matrix");
        assertThat(person.get("traces"))
                .anySatisfy(
                        trace -> assertThat(trace.get("decision").get("reason")).isEqualTo(decision.get("reason")));
    }

    @Test
    void theSummaryCountsEveryDecisionOnce() {
        JsonNode summary = body(Role.GOVERNANCE, "/scope-summary?ruleSet=everyone");

        int people = 0;
        for (JsonNode count : summary) {
            people += count.get("people").asInt();
        }
        assertThat(people)
                .isEqualTo(body(Role.PLANNER, "/scope?ruleSet=everyone")
                        .get("total")
                        .asInt());
    }

    @Test
    void aResourcingDeskSeesItsOwnPeopleOnly() {
        int own = body(Role.BCU_RESOURCING, "/scope").get("total").asInt();
        String stranger = body(Role.PLANNER, "/rows/staff?size=500").get("items").findParents("staff").stream()
                .map(cells -> cells.get("staff").asText())
                .filter(staff -> body(Role.PLANNER, "/scope?bcu=" + BCU + "&staff=" + staff)
                                .get("total")
                                .asInt()
                        == 0)
                .findFirst()
                .orElseThrow();

        assertThat(own)
                .isEqualTo(body(Role.PLANNER, "/scope?bcu=" + BCU).get("total").asInt());
        assertThat(get(Role.BCU_RESOURCING, "/scope/" + stranger).getStatusCode())
                .isEqualTo(HttpStatus.NOT_FOUND);
    }

    @Test
    void feasibilityAnswersAsTheCheckOfTheCommandLineDoes() {
        JsonNode check = body(Role.PLANNER, "/feasibility?ruleSet=everyone");

        assertThat(check.get("ruleSetId").asText()).isEqualTo("everyone");
        assertThat(check.get("report").get("requirements").asInt()).isPositive();
        assertThat(check.get("report").get("modules")).isNotEmpty();
    }

    @Test
    void anUnknownRuleSetIsNotFound() {
        assertThat(get(Role.PLANNER, "/scope?ruleSet=no-such").getStatusCode()).isEqualTo(HttpStatus.NOT_FOUND);
        assertThat(get(Role.PLANNER, "/scope?ruleSet=../etc").getStatusCode()).isEqualTo(HttpStatus.NOT_FOUND);
    }

    private ResponseEntity<JsonNode> get(Role role, String question) {
        return as(role).get().uri(path + question).retrieve().toEntity(JsonNode.class);
    }

    private JsonNode body(Role role, String question) {
        ResponseEntity<JsonNode> answer = get(role, question);
        assertThat(answer.getStatusCode()).as("%s", answer.getBody()).isEqualTo(HttpStatus.OK);
        return Objects.requireNonNull(answer.getBody());
    }
}
