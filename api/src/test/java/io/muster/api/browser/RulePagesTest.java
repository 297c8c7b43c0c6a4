package io.muster.api.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Dialog;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.FilePayload;
import io.muster.api.service.access.Role;
import io.muster.api.service.plan.PlanState;
import io.muster.rules.RuleSetLoader;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpHeaders;

class RulePagesTest extends BrowserTest {

    @Test
    void aShippedRuleSetIsLaidOpenWithItsScenarios() {
        signIn(Role.AUDITOR);
        go("/rules");
        looksRight("rules");
        page().locator("a[href='/rules/role-matrix/0']").first().click();

        assertThat(page().locator(".sheet tbody tr").first()).containsText("ERPT");
        assertThat(page().locator(".figures")).containsText("Rules covered");
        assertThat(page().locator(".figures")).containsText("100.0%");
        assertThat(page().getByText("✕ Not so")).hasCount(0);
        assertThat(page().getByText("Activate")).hasCount(0);
        looksRight("rule-set");
    }

    @Test
    void whatIsWrongWithAnUploadedSheetStandsBesideItsCell() {
        signIn(Role.PLANNER);
        go("/rules");
        upload("page-bad", "MAYBE");

        assertThat(page().locator("#messages")).containsText("its errors stand beside its cells");
        assertThat(page().locator(".sheet td:has(.cell-issue)")).containsText("MAYBE");
        assertThat(page().getByText("Make it the active one")).hasCount(0);
        looksRight("rule-set-with-errors");
    }

    @Test
    void aDraftShowsWhatItWouldChangeAndIsActivatedByKeyboardOnceConfirmed() {
        String dataSetId = small().add(PlanState.DRAFT).dataSetId();
        signIn(Role.PLANNER);
        go("/rules");
        upload("page-draft", "OUT_OF_SCOPE");
        try {
            go("/rules/page-draft/1/impact?dataSet=" + dataSetId);
            Locator moves = page().locator(".figures > div").first();
            assertThat(moves).containsText("21");
            assertThat(page().locator(".figures")).containsText("−21");
            looksRight("impact");
            page().getByText("See who would move").click();
            assertThat(page().locator("#moves tbody tr")).hasCount(21);
            go("/rules/page-draft/1");
            page().onceDialog(Dialog::accept);
            tabTo("#note");
            page().keyboard().type("Nobody, for once");
            page().keyboard().press("Enter");

            assertThat(page().locator("#messages")).containsText("decides the scope of new plans now");
            assertThat(page().locator("section tbody tr").first()).containsText("Nobody, for once");
        } finally {
            activateEveryone();
        }
    }

    @Test
    void theDecisionsAboutAPersonAreFoundAndTraced() {
        String dataSetId = small().add(PlanState.DRAFT).dataSetId();
        signIn(Role.BCU_RESOURCING);
        go("/programmes/" + dataSetId + "/scope");
        assertThat(page().locator("main tbody tr").first())
                .containsText(Pattern.compile("C\\s*In scope[\\s\\S]*\\s7\\s"));
        looksRight("scope");
        page().locator("#staff").fill("P1");
        page().keyboard().press("Enter");

        assertThat(page().locator("h1")).hasText("Why P1 needs what");
        assertThat(page().locator("section.work-card")).hasCount(3);
        assertThat(page().locator("section.work-card").first()).containsText("C: in scope");
        page().locator("details summary").first().click();
        looksRight("trace");
        go("/programmes/" + dataSetId + "/scope/people?staff=P6");
        assertThat(page().locator("main")).containsText("There is nobody of this id, or not for you to see.");
    }

    private void upload(String id, String decision) {
        Map<String, byte[]> files = new TreeMap<>(new RuleSetLoader().shippedFiles("everyone"));
        String header = new String(Objects.requireNonNull(files.get("ruleset.json")), StandardCharsets.UTF_8);
        files.put(
                "ruleset.json", header.replace("\"everyone\"", "\"" + id + "\"").getBytes(StandardCharsets.UTF_8));
        files.put(
                "scope.csv",
                ("module,role_families,ranks,employment,functions,tags,decision,priority,earliest,latest,reason\n"
                                + ",,,,,," + decision + ",staff,,,Said by the test.\n")
                        .getBytes(StandardCharsets.UTF_8));
        files.remove("scenarios.csv");
        page().setInputFiles(
                        "#files",
                        files.entrySet().stream()
                                .map(file -> new FilePayload(file.getKey(), "text/plain", file.getValue()))
                                .toArray(FilePayload[]::new));
        page().locator("form[enctype] button").click();
        assertThat(page()).hasURL(Pattern.compile("/rules/" + id + "/1$"));
    }

    private void activateEveryone() {
        HttpHeaders active = as(Role.PLANNER)
                .get()
                .uri("/v1/rule-sets/active")
                .retrieve()
                .toBodilessEntity()
                .getHeaders();
        as(Role.PLANNER)
                .post()
                .uri("/v1/rule-sets/everyone/versions/0/activation")
                .headers(headers -> headers.setIfMatch(Objects.requireNonNull(active.getETag())))
                .retrieve()
                .toBodilessEntity();
    }
}
