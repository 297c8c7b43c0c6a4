package io.muster.api.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import io.muster.api.service.access.Role;
import io.muster.api.service.plan.PlanState;
import io.muster.api.service.plan.StoredPlan;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class OversightPagesTest extends BrowserTest {
    private static final int MOST_PAGES = 8;

    @Test
    void theWeeklyMeetingReadsAndPrintsItsReport() {
        StoredPlan plan = small().add(PlanState.PUBLISHED);
        signIn(Role.GOVERNANCE);
        go("/plans/" + plan.id() + "/oversight?asOf=2025-04-02");

        assertThat(page().locator(".lead")).containsText("As of Wed 2 Apr 2025");
        assertThat(page().locator(".figures")).containsText("10 of 21");
        assertThat(page().locator("#report")).containsText("P50");
        for (String part : new String[] {
            "Completion against trajectory",
            "When the target is reached",
            "Booked, attended, no-shows",
            "Occupancy against 85.0%",
            "Spend, commitment and forecast against budget",
            "Trainer utilisation",
            "Venue mix",
            "Abstraction against ceiling",
            "Catch-up backlog",
            "Notice bands and rest-day liability"
        }) {
            assertThat(page().locator("#report h2").getByText(part)).isVisible();
        }
        assertThat(page().locator("#completion-chart svg")).isVisible();
        assertThat(page().getByText("Simulate this plan")).hasCount(0);
        looksRight("oversight");
        byte[] pdf = page().pdf(new Page.PdfOptions()
                .setPreferCSSPageSize(true)
                .setPath(Path.of("target", "pages", "oversight.pdf")));
        String text = new String(pdf, StandardCharsets.ISO_8859_1);
        org.assertj.core.api.Assertions.assertThat(Pattern.compile("/Type ?/Page\\b")
                        .matcher(text)
                        .results()
                        .count())
                .isBetween(1L, (long) MOST_PAGES);
    }

    @Test
    void aBcuDeskReadsItsOwnPartOnly() {
        StoredPlan plan = small().add(PlanState.PUBLISHED);
        signIn(Role.BCU_RESOURCING);
        go("/plans/" + plan.id() + "/oversight?part=report");

        assertThat(page().locator("#attendance + .table-wrap tbody tr")).hasCount(1);
        assertThat(page().locator("#attendance + .table-wrap tbody")).containsText(BCU);
        assertThat(page().locator("#money")).hasCount(0);
    }

    @Test
    void aSimulationTellsTheReportWhenTheTargetIsReached() {
        StoredPlan plan = given().plan(given().dataSet(), PlanState.PUBLISHED);
        signIn(Role.PLANNER);
        go("/plans/" + plan.id() + "/simulations");
        assertThat(page().locator(".empty-state")).containsText("None yet");
        tabTo("#runs");
        page().keyboard().press("ControlOrMeta+a");
        page().keyboard().type("1");
        tabTo("#weeks");
        page().keyboard().type("1");
        page().keyboard().press("Enter");

        assertThat(page().locator(".lead"))
                .containsText("of the seasons reach", new LocatorAssertions.ContainsTextOptions().setTimeout(120_000));
        assertThat(page().locator("main")).containsText("Season by season");
        looksRight("simulation");
        go("/plans/" + plan.id() + "/oversight?part=report");
        assertThat(page().locator("#report")).containsText("of 1 simulated seasons reached the target.");
    }
}
