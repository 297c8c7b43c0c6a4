package io.muster.api.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Dialog;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.muster.api.service.access.Role;
import io.muster.api.service.dataset.Revision;
import io.muster.api.service.plan.PlanState;
import io.muster.api.service.plan.StoredPlan;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.http.MediaType;

class ProgrammePagesTest extends BrowserTest {

    @Test
    void everyRoleIsLedToItsOwnFirstPage() {
        String newest = given().dataSet().dataSetId();
        Map<Role, Pattern> pages = Map.of(
                Role.PLANNER, Pattern.compile("/programmes"),
                Role.GOVERNANCE, Pattern.compile("/programmes"),
                Role.BCU_RESOURCING, Pattern.compile("/desk$"),
                Role.TRAINER, Pattern.compile("/my-classes$"),
                Role.ADMINISTRATOR, Pattern.compile("/users$"));
        pages.forEach((role, expected) -> {
            page().context().clearCookies();
            signIn(role);
            go("/");
            assertThat(page()).hasURL(expected);
        });
        page().context().clearCookies();
        signIn(Role.AUDITOR);
        go("/programmes?name=Test");
        assertThat(page().locator("#programmes a[href='/programmes/" + newest + "']"))
                .isVisible();
    }

    @Test
    void aDemoProgrammeIsMadeByKeyboardAndSaysWhatToDoNext() {
        signIn(Role.PLANNER);
        go("/programmes");
        looksRight("programmes");
        tabTo("#sample-programme");
        page().keyboard().type("Coaching");
        page().keyboard().press("Tab");
        assertThat(page().locator("#people-bounds")).hasText("From 23 to 4,600.");
        tabTo("#sample-name");
        page().keyboard().type("Coaching by keyboard");
        page().keyboard().press("Enter");

        assertThat(heading("Coaching by keyboard")).isVisible();
        Locator next = page().getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Solve it"));
        assertThat(next).hasAttribute("href", Pattern.compile("/programmes/.*/plans"));
        assertThat(page().locator("main")).containsText("46 people");
        looksRight("programme-without-plan");
    }

    @Test
    void aPlannedProgrammeShowsHowFarItIsAndWhatToDecide() {
        StoredPlan plan = small().add(PlanState.PUBLISHED);
        as(Role.PLANNER)
                .post()
                .uri("/v1/data-sets/" + plan.dataSetId() + "/disruptions")
                .contentType(MediaType.APPLICATION_JSON)
                .body(
                        "{\"kind\": \"ROOM_CLOSED\", \"subject\": \"R2\", \"from\": \"2025-10-20\", \"to\": \"2025-10-31\"}")
                .retrieve()
                .toBodilessEntity();
        signIn(Role.PLANNER);
        go("/programmes/" + plan.dataSetId());

        Locator figures = page().locator(".figures");
        assertThat(figures).containsText("47.6%");
        assertThat(figures).containsText("10 of 21 requirements");
        Locator decisions = page().locator(".decisions");
        assertThat(decisions).containsText("1 disruption is open");
        assertThat(decisions).containsText("11 requirements are unbooked.");
        assertThat(page().locator("#completion-chart svg")).isVisible();
        assertThat(row("AS")).containsText("▼ 8 behind");
        assertThat(row("2025/26")).containsText("£10,000");
        looksRight("programme");
    }

    @Test
    void aDraftWaitsToBePublished() {
        StoredPlan plan = small().add(PlanState.DRAFT);
        signIn(Role.LEARNING);
        go("/programmes/" + plan.dataSetId());

        assertThat(page().locator(".decisions a").first()).hasAttribute("href", "/plans/" + plan.id() + "/publish");
        assertThat(page().locator(".decisions")).containsText("Nothing is published yet");
    }

    @Test
    void aDeskSeesItsOwnBcuAndNoMoney() {
        StoredPlan plan = small().add(PlanState.PUBLISHED);
        signIn(Role.BCU_RESOURCING);
        go("/programmes/" + plan.dataSetId());

        assertThat(row("AS")).containsText("15");
        assertThat(row("AW")).hasCount(0);
        assertThat(page().getByText("Spend against budget")).hasCount(0);
        assertThat(page().getByText("What needs a decision today")).hasCount(0);
    }

    @Test
    void aProgrammeIsDeletedOnceThatIsConfirmedUnlessItWasPublished() {
        Revision unpublished = given().dataSet();
        StoredPlan published = small().add(PlanState.PUBLISHED);
        signIn(Role.PLANNER);
        go("/programmes");
        page().onceDialog(Dialog::accept);
        page().locator("form[action='/programmes/" + unpublished.dataSetId() + "/delete'] button")
                .click();

        assertThat(page().locator("#messages")).containsText("The programme was deleted");
        assertThat(page().locator("#programmes a[href='/programmes/" + unpublished.dataSetId() + "']"))
                .hasCount(0);
        assertThat(page().locator("form[action='/programmes/" + published.dataSetId() + "/delete']"))
                .hasCount(0);
    }

    @Test
    void whoLooksForAProgrammeThatIsNotThereIsToldSo() {
        signIn(Role.AUDITOR);
        go("/programmes?name=no-such-programme");

        assertThat(page().getByText("No programme has this in its name.")).isVisible();
        assertThat(page().getByText("Make a demo programme")).hasCount(0);
    }

    private Locator heading(String name) {
        return page().getByRole(
                        AriaRole.HEADING,
                        new Page.GetByRoleOptions().setName(name).setLevel(1));
    }

    private Locator row(String header) {
        return page().locator("main tr:not(.table-wrap details tr)")
                .filter(new Locator.FilterOptions()
                        .setHas(page().locator(
                                        "th",
                                        new Page.LocatorOptions().setHasText(Pattern.compile("^" + header + "$")))));
    }
}
